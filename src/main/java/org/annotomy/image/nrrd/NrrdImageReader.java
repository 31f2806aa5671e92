package org.annotomy.image.nrrd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.image.FileVolume;
import org.annotomy.image.ImageReader;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;

/** Opens {@code .nrrd} and {@code .nhdr} files; layers and vector components become channels. */
public final class NrrdImageReader implements ImageReader {

	@Override
	public String formatName() {
		return "NRRD";
	}

	@Override
	public boolean recognises(Path fileOrFolder) throws IOException {
		if (!Files.isRegularFile(fileOrFolder)) return false;
		try (InputStream in = Files.newInputStream(fileOrFolder)) {
			return new String(in.readNBytes(7), StandardCharsets.ISO_8859_1).equals("NRRD000");
		}
	}

	@Override
	public List<MedicalImage> read(Path file, Progress progress) throws IOException {
		NrrdHeader header = NrrdHeader.read(file);
		NrrdAxes axes = NrrdAxes.of(header);
		NrrdSpace space = NrrdSpace.of(header);
		PlanarImg<? extends NativeType<?>, ?> pixels = NrrdData.read(file, header, axes.layout(), progress);
		FileVolume volume = new FileVolume(file, "NRRD", pixels);
		volume.place(space.voxelToPatient(), space.spacingMm());
		volume.frameTimeMs(space.frameTimeMs());
		space.warnings().forEach(volume::warn);
		if (header.isDetached()) volume.alsoRead(NrrdDataFiles.of(file, header));
		return List.of(volume.toImage());
	}
}
