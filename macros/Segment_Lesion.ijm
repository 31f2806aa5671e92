// Segments one lesion of the sample chest CT and measures it: a rough ball around it as editing mask, a threshold halfway between the lesion and
// what is around it, the largest island, smoothing. Writes volume, RECIST diameters, place and values as a table.
// The argument is the folder for the sample and the table; without one, ImageJ asks for it.
folder = getArgument();
if (folder == "") folder = getDirectory("Choose a folder for the sample and the results");
if (!endsWith(folder, File.separator)) folder = folder + File.separator;

run("Open Sample Chest CT...", "folder=[" + folder + "] protocol=onco-chest-ct rater=r-1");
run("Apply Window Preset...", "preset=Lung");

// A ball a little larger than the lesion: its middle in patient coordinates (LPS, mm), half its longest diameter and half a millimetre more.
run("Add Segment...", "segment_name=Around class_key=target");
run("Paint Ball...", "segment=Around places=83,39,-20.8 radius_mm=9");

// Only voxels inside the ball may change, and the two segments may overlap.
run("Add Segment...", "segment_name=[Nodule 1] class_key=target");
run("Set Editing Mask...", "area=inside area_segments=Around overwrite=overlap");
run("Segment Threshold...", "lowest=-410");
run("Segment Islands...", "effect=[keep largest]");
run("Smooth Segment...", "method=median kernel_mm=3");

run("Set Editing Mask...", "area=everywhere");
run("Delete Segments...", "segments=Around");
run("Set Segment State...", "segments=[Nodule 1] state=completed");
run("Measure Segments...", "segments=[Nodule 1]");
saveAs("Results", folder + "lesion.csv");
run("Save Annotations");
print("Nodule 1: " + d2s(getResult("RECIST long (mm)", 0), 1) + " x " + d2s(getResult("RECIST short (mm)", 0), 1) + " mm, "
	+ d2s(getResult("Volume (ml)", 0), 2) + " ml");
