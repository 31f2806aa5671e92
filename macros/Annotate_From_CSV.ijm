// Marks many images from a table. Each row of the CSV names an image (relative to the CSV's folder), a class of the protocol, a slice (from 1)
// and a box in pixels: image,class,slice,x,y,width,height,name
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
	if (cells.length < 7) exit("Row " + (i + 1) + " of the CSV has " + cells.length + " cells instead of at least 7.");
	if (cells[0] != opened) {
		if (opened != "") { run("Save Annotations"); run("Close Annotations"); close(); }
		run("Open Study...", "path=[" + folder + cells[0] + "] protocol=" + protocol + " rater=batch");
		opened = cells[0];
	}
	setSlice(parseInt(cells[2]));
	makeRectangle(parseFloat(cells[3]), parseFloat(cells[4]), parseFloat(cells[5]), parseFloat(cells[6]));
	options = "class_key=" + cells[1];
	if (cells.length > 7) options = options + " object_name=[" + cells[7] + "]";
	run("Mark Selection...", options);
	marked++;
	showProgress(i, lines.length);
}
if (opened != "") { run("Save Annotations"); run("Close Annotations"); close(); }
print("Marked " + marked + " objects.");
