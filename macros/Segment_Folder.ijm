// Segments a structure by its values in every volume of a folder, the same way in each, and writes one table for all.
// Each file, and each folder of DICOM files, is one volume. Their labels are saved beside them.
// The argument is the folder; then, after a "|" each, the lowest and the highest value, and the smallest island in voxels:
//   runMacro("Segment_Folder.ijm", "C:/studies|150|3000|100");
argument = getArgument();
if (argument == "") argument = getDirectory("Choose a folder of volumes");
parts = split(argument, "|");
folder = parts[0];
if (!endsWith(folder, File.separator)) folder = folder + File.separator;
lowest = "150";
highest = "3000";
smallest = "100";
if (parts.length > 1) lowest = parts[1];
if (parts.length > 2) highest = parts[2];
if (parts.length > 3) smallest = parts[3];

names = getFileList(folder);
table = "volume,voxels,volume_ml,mean\n";
done = 0;
for (i = 0; i < names.length; i++) {
	name = names[i];
	isLabels = endsWith(name, ".geojson") || endsWith(name, ".seg.nrrd") || endsWith(name, ".csv") || startsWith(name, ".")
		|| indexOf(name, ".annotomy") >= 0;
	if (isLabels) continue;
	path = folder + name;
	if (endsWith(path, "/")) path = substring(path, 0, lengthOf(path) - 1);
	run("Open Study...", "path=[" + path + "] rater=batch");
	run("Add Segment...", "segment_name=Structure");
	run("Segment Threshold...", "lowest=" + lowest + " highest=" + highest);
	run("Segment Islands...", "effect=[remove small] smallest_voxels=" + smallest);
	run("Measure Segments...", "segments=current");
	mean = "";
	headings = split(Table.headings, "\t");
	for (h = 0; h < headings.length; h++) if (startsWith(headings[h], "Mean")) mean = getResultString(headings[h], 0);
	table = table + replace(name, "/", "") + "," + getResultString("Voxels", 0) + "," + getResultString("Volume (ml)", 0) + "," + mean + "\n";
	run("Save Annotations");
	run("Close Annotations");
	close();
	done++;
	showProgress(i + 1, names.length);
}
File.saveString(table, folder + "structures.csv");
print("Segmented " + done + " volumes.");
