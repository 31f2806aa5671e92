// Measures all annotated images of a folder and writes one CSV for each, into the same folder.
// The argument is the folder; without one, ImageJ asks for it.
folder = getArgument();
if (folder == "") folder = getDirectory("Choose a folder of annotated images");
if (!endsWith(folder, File.separator)) folder = folder + File.separator;

names = getFileList(folder);
count = 0;
for (i = 0; i < names.length; i++) {
	if (!endsWith(names[i], ".geojson")) continue;
	image = substring(names[i], 0, lengthOf(names[i]) - lengthOf(".geojson"));
	path = folder + image;
	// The labels of a DICOM series have the series' number for a name: the series is opened through its folder.
	if (!File.exists(path)) path = folder;
	run("Open Study...", "path=[" + path + "] rater=batch");
	run("Measure Objects...", "objects=all");
	saveAs("Results", folder + image + ".measurements.csv");
	run("Close Annotations");
	close();
	count++;
	showProgress(i + 1, names.length);
}
print("Measured " + count + " images.");
