// Follows lesions over two scans of the sample: marks them at both times, links what is one lesion, says what is gone, and writes the response
// by RECIST 1.1 as tables and a plot. Runs in ImageJ and in Fiji, with and without a display.
// The argument is the folder for the sample and the results; without one, ImageJ asks for it.
folder = getArgument();
if (folder == "") folder = getDirectory("Choose a folder for the sample and the results");
if (!endsWith(folder, File.separator)) folder = folder + File.separator;

run("Open Sample Chest CT...", "folder=[" + folder + "] protocol=onco-chest-ct rater=r-1");
baseline = getImageID();
run("Open Sample Follow-Up CT...", "folder=[" + folder + "] protocol=onco-chest-ct rater=r-1");
later = getImageID();
run("Group Open Images...", "group_name=follow-up which=[all annotated]");

// The baseline is ct, eight weeks later ct-2: keys of List Group.
measure(baseline, "target", "Lung 1", 61, 75, 102, 22, 20);
measure(later, "target", "Lung 1", 61, 75, 102, 12, 11);
link("Lung 1");
measure(baseline, "target", "Liver 1", 16, 68, 111, 34, 30);
measure(later, "target", "Liver 1", 16, 68, 111, 29, 25);
link("Liver 1");

// Gone: an answer, not a gap.
measure(baseline, "target", "Lung 2", 39, 187, 145, 16, 14);
selectImage(baseline);
run("Mark Not Visible...", "linked_object=[Lung 2] member=ct-2");

// New: progression, whatever the sum says.
measure(later, "new-lesion", "Lung 3", 54, 183, 126, 10, 10);

run("List Still To Find...", "unlinked_too=false");
print(nResults + " still to find");
run("Follow-Up Report...", "table=LESIONS");
saveAs("Results", folder + "lesions.csv");
run("Follow-Up Report...", "table=RESPONSES plot=true");
saveAs("Results", folder + "responses.csv");

// The plot is there, and the scan is still the active image.
run("Save Annotations");
selectImage("Sum of diameters");
saveAs("PNG", folder + "sums.png");
close();
selectImage(baseline);
run("Save Annotations");

// An outline around a place in pixels, so many millimetres wide and high.
function measure(image, classKey, name, slice, x, y, widthMm, heightMm) {
	selectImage(image);
	setSlice(slice);
	getPixelSize(unit, pixelWidth, pixelHeight);
	w = widthMm / pixelWidth;
	h = heightMm / pixelHeight;
	makeOval(x + 0.5 - w / 2, y + 0.5 - h / 2, w, h);
	run("Mark Selection...", "class_key=" + classKey + " object_name=[" + name + "]");
}

function link(name) {
	selectImage(baseline);
	run("Link Objects...", "objects=[" + name + "] member=ct-2 counterparts=[" + name + "] called=[" + name + "]");
}
