// Two views of one breast: marks masses of the sample mammograms in CC and MLO, links what is one mass, says what is not visible, and lists
// what is still to find. Runs in ImageJ and in Fiji, with and without a display.
// The argument is the folder for the sample and the results; without one, ImageJ asks for it.
folder = getArgument();
if (folder == "") folder = getDirectory("Choose a folder for the sample and the results");
if (!endsWith(folder, File.separator)) folder = folder + File.separator;

run("Open Sample Mammograms...", "folder=[" + folder + "] protocol=mammography-birads rater=r-1");
run("Group Open Images...", "group_name=mammograms which=[of one study]");
keys = newArray(nResults);
titles = newArray(nResults);
for (i = 0; i < nResults; i++) {
	keys[i] = getResultString("Key", i);
	titles[i] = getResultString("Title", i);
}

// The nipple in both views: the arc of equal distance from it says where in the other view a finding must lie.
mark("mg-l-cc", "nipple", "Nipple", 708, 800, 0);
mark("mg-l-mlo", "nipple", "Nipple", 684, 943, 0);

// A mass in CC, and where it must be in MLO.
mark("mg-l-cc", "mass", "Mass 1", 364, 589, 110);
run("Show Counterpart...", "linked_object=[Mass 1] member=mg-l-mlo");

// Found there: both are one mass from now on.
mark("mg-l-mlo", "mass", "Mass 1", 346, 685, 110);
run("Link Objects...", "objects=[Mass 1] member=mg-l-cc counterparts=[Mass 1] called=[Mass 1]");

// A second one that lies too deep for the other view: an answer, not a gap.
mark("mg-l-cc", "mass", "Mass 2", 204, 744, 90);
run("List Still To Find...", "unlinked_too=true");
saveAs("Results", folder + "still-to-find.csv");
run("Mark Not Visible...", "linked_object=[Mass 2] member=mg-l-mlo");

run("List Linked Objects");
saveAs("Results", folder + "linked.csv");
run("Check Links");
print(nResults + " links do not fit");
run("Save Group...", "file=[" + folder + "mammograms.annotomy-group.json]");
for (i = 0; i < titles.length; i++) {
	selectImage(titles[i]);
	run("Save Annotations");
}

// Marks a circle around a place of a member of the group; a point if it has no size.
function mark(key, classKey, name, x, y, size) {
	for (i = 0; i < keys.length; i++)
		if (keys[i] == key) selectImage(titles[i]);
	if (size == 0) makePoint(x, y);
	else makeOval(x - size / 2, y - size / 2, size, size);
	run("Mark Selection...", "class_key=" + classKey + " object_name=[" + name + "]");
}
