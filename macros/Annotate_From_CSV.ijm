// Marks many images from a table. Each row of the CSV names an image (relative to the CSV's folder), a class of the protocol, a shape
// (rectangle or ellipse), a slice (from 1), a box in pixels, and perhaps a name: image,class,shape,slice,x,y,width,height,name
// The argument is the path of the CSV, and optionally a protocol after a "|"; without one, ImageJ asks for the CSV.
argument = getArgument();
if (argument == "") argument = File.openDialog("Choose the CSV");
parts = split(argument, "|");
csv = parts[0];
protocol = "default";
if (parts.length > 1) protocol = parts[1];
folder = File.getParent(csv) + File.separator;

lines = split(File.openAsString(csv), "\n");
opened = "";
marked = 0;
for (i = 1; i < lines.length; i++) {
	line = String.trim(lines[i]);
	if (line == "") continue;
	cells = split(line, ",");
	if (cells.length < 8) exit("Row " + (i + 1) + " of the CSV has " + cells.length + " cells instead of at least 8.");
	if (cells[0] != opened) {
		if (opened != "") { run("Save Annotations"); run("Close Annotations"); close(); }
		run("Open Study...", "path=[" + folder + cells[0] + "] protocol=" + protocol + " rater=batch");
		opened = cells[0];
	}
	setSlice(parseInt(cells[3]));
	if (cells[2] == "ellipse") makeOval(parseFloat(cells[4]), parseFloat(cells[5]), parseFloat(cells[6]), parseFloat(cells[7]));
	else if (cells[2] == "rectangle") makeRectangle(parseFloat(cells[4]), parseFloat(cells[5]), parseFloat(cells[6]), parseFloat(cells[7]));
	else exit("Row " + (i + 1) + " of the CSV has the shape " + cells[2] + "; known are rectangle and ellipse.");
	options = "class_key=" + cells[1];
	if (cells.length > 8) options = options + " object_name=[" + cells[8] + "]";
	run("Mark Selection...", options);
	marked++;
	showProgress(i, lines.length);
}
if (opened != "") { run("Save Annotations"); run("Close Annotations"); close(); }
print("Marked " + marked + " objects.");
