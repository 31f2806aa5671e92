// Segments the lungs of a chest CT: air inside the body, without what reaches the sides of the image, the two largest pieces, their vessels filled.
// Measures them and saves labels and measurements beside the images. Runs in ImageJ and in Fiji, with and without a display.
// The argument is the folder of the series or the file; without one, ImageJ asks for it. If the folder is empty, the sample chest CT is made in it.
path = getArgument();
if (path == "") path = getDirectory("Choose a chest CT, or an empty folder for the sample");
if (endsWith(path, File.separator)) path = substring(path, 0, lengthOf(path) - 1);

results = path + ".lungs.csv";
if (File.isDirectory(path)) {
	results = path + File.separator + "lungs.csv";
	names = getFileList(path);
	if (names.length == 0) run("Open Sample Chest CT...", "folder=[" + path + "] protocol=onco-chest-ct rater=r-1");
	else run("Open Study...", "path=[" + path + "] protocol=onco-chest-ct rater=r-1");
} else run("Open Study...", "path=[" + path + "] protocol=onco-chest-ct rater=r-1");

run("Add Segment...", "segment_name=Lungs class_key=lung");
run("Segment Threshold...", "highest=-400");
run("Segment Islands...", "effect=[remove at sides]");
run("Segment Islands...", "effect=[keep largest] number=2");
run("Smooth Segment...", "method=closing kernel_mm=6");
run("Fill Segment Holes...", "holes=volume");
run("Set Segment State...", "state=completed");
run("Measure Segments...");
saveAs("Results", results);
run("Save Annotations");
print("Lungs: " + d2s(getResult("Volume (ml)", 0), 0) + " ml");
