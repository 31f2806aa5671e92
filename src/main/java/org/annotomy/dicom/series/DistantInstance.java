package org.annotomy.dicom.series;

import java.nio.file.Path;

import org.annotomy.dicom.codec.FrameSupply;
import org.annotomy.dicom.part10.DicomFile;

/**
 * An image of several frames that are elsewhere.
 *
 * @param header all of the file but its pixels
 * @param frames are asked for when they are shown
 * @param file where the file would lie if it were here: labels lie beside it
 * @param headerFile where the header alone lies
 */
public record DistantInstance(DicomFile header, FrameSupply frames, Path file, Path headerFile) {}
