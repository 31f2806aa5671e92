// Goes through a folder of whole slides without a person: finds the tissue of each, takes in the cells that another program found,
// counts them per region and mm2, counts what the protocol asks for, saves the labels beside the slide, and writes one table for all.
// A slide without tissue gets a row that says so. The table is written after each slide: an error ends the macro, not what is done.
// All files with the endings below have to be whole slides. Cells of "section.svs" are taken from "section.svs.cells.geojson" or "section.svs.cells.geojson.gz", if there is one.
// The argument is the folder; then, after a "|" each, the protocol and the class that the tissue gets:
//   runMacro("Slide_Folder.ijm", "C:/slides|tissue-slide|region");
endings = newArray(".svs", ".tif", ".tiff", ".btf", ".tf8", ".ndpi", ".mrxs", ".scn", ".bif", ".czi", ".vsi", ".jp2", ".zarr", ".zarr/", ".dcm", ".annotomy-slide");
argument = getArgument();
if (argument == "") argument = getDirectory("Choose a folder of slides");
parts = split(argument, "|");
folder = parts[0];
if (!endsWith(folder, File.separator)) folder = folder + File.separator;
protocol = "tissue-slide";
tissue = "region";
if (parts.length > 1) protocol = parts[1];
if (parts.length > 2) tissue = parts[2];

names = getFileList(folder);
table = "slide,what,class,count,area_mm2,result,unit\n";
File.saveString(table, folder + "slides.csv");
done = 0;
for (i = 0; i < names.length; i++) {
	name = names[i];
	isSlide = false;
	for (e = 0; e < endings.length; e++) if (endsWith(toLowerCase(name), endings[e])) isSlide = true;
	if (!isSlide) continue;
	if (endsWith(name, "/")) name = substring(name, 0, lengthOf(name) - 1);
	run("Open Study...", "path=[" + folder + name + "] protocol=" + protocol + " rater=batch");
	run("Detect Tissue...", "class_key=" + tissue);
	run("Measure Regions...", "objects=all");
	if (nResults == 0) {
		table = table + quoted(name) + ",no tissue,,,,,\n";
		File.saveString(table, folder + "slides.csv");
		run("Close Annotations");
		close();
		continue;
	}
	cells = folder + name + ".cells.geojson";
	if (!File.exists(cells)) cells = cells + ".gz";
	if (File.exists(cells)) run("Import Objects...", "file=[" + cells + "]");
	run("Resolve Hierarchy");
	run("Measure Regions...", "objects=[class:" + tissue + "]");
	for (row = 0; row < nResults; row++)
		table = table + quoted(name) + "," + cell("Region", row) + "," + cell("Class", row) + "," + cell("Count", row) + "," + cell("Area", row)
			+ "," + cell("Density", row) + ",per mm2\n";
	run("Count By Protocol");
	for (row = 0; row < nResults; row++)
		table = table + quoted(name) + "," + cell("Count", row) + ",," + cell("Counted", row) + "," + cell("Inspected", row) + ","
			+ cell("Result", row) + "," + cell("Unit", row) + "\n";
	File.saveString(table, folder + "slides.csv");
	run("Save Annotations");
	run("Close Annotations");
	close();
	done++;
	showProgress(i + 1, names.length);
}
print("Went through " + done + " slides.");

// What the first column whose heading begins so, or is so, says in a row.
function cell(heading, row) {
	headings = split(Table.headings, "\t");
	found = "";
	for (h = headings.length - 1; h >= 0; h--) if (startsWith(headings[h], heading)) found = headings[h];
	for (h = 0; h < headings.length; h++) if (headings[h] == heading) found = heading;
	text = "";
	if (found != "") text = getResultString(found, row);
	text = quoted(text);
	return text;
}

// A text as a cell of the table: in quotes if it has a comma or quotes itself (RFC 4180).
function quoted(text) {
	if (indexOf(text, ",") < 0 && indexOf(text, "\"") < 0) return text;
	text = "\"" + replace(text, "\"", "\"\"") + "\"";
	return text;
}
