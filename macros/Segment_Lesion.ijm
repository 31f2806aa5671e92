// Segments one lesion of the sample chest CT and measures it. Writes volume, RECIST diameters, place and values as a table.
// The argument is the folder for the sample and the table; without one, ImageJ asks for it.
folder = getArgument();
if (folder == "") folder = getDirectory("Choose a folder for the sample and the results");
if (!endsWith(folder, File.separator)) folder = folder + File.separator;

run("Open Sample Chest CT...", "folder=[" + folder + "] protocol=onco-chest-ct rater=r-1");
run("Apply Window Preset...", "preset=Lung");

// Its middle in patient coordinates (LPS, mm), and half its longest diameter.
run("Add Segment...", "segment_name=[Nodule 1] class_key=target");
run("Segment Lesion...", "place=83,39,-20.8 radius_mm=8.5");
run("Set Segment State...", "segments=[Nodule 1] state=completed");
run("Measure Segments...", "segments=[Nodule 1]");
saveAs("Results", folder + "lesion.csv");
run("Save Annotations");
print("Nodule 1: " + d2s(getResult("RECIST long (mm)", 0), 1) + " x " + d2s(getResult("RECIST short (mm)", 0), 1) + " mm, "
	+ d2s(getResult("Volume (ml)", 0), 2) + " ml");
