// The five-minute walk: opens the sample chest CT, picks a window, marks two findings under the RECIST protocol, answers questions about
// the image, measures, and saves the labels beside the images. Runs in ImageJ and in Fiji, with and without a display.
// The argument is the folder for the sample and the results; without one, ImageJ asks for it.
folder = getArgument();
if (folder == "") folder = getDirectory("Choose a folder for the sample and the results");
if (!endsWith(folder, File.separator)) folder = folder + File.separator;

run("Open Sample Chest CT...", "folder=[" + folder + "] protocol=onco-chest-ct rater=r-1");
run("Apply Window Preset...", "preset=Lung");

// A lung nodule: draw with any ImageJ tool, then mark it under a coded class and answer what the protocol asks about it.
setSlice(61);
makeOval(68, 95, 15, 15);
run("Mark Selection...", "class_key=target object_name=[Nodule 1] attributes=[organ=lung; margin=ill-defined]");
run("Add Long And Short Axis...", "objects=[Nodule 1]");

// A lymph node, under the window for the mediastinum.
run("Apply Window Preset...", "preset=Mediastinum");
setSlice(64);
makeOval(106, 113, 13, 12);
run("Mark Selection...", "class_key=non-target-node object_name=[Node 1]");

// What has no place on the image.
run("Label Image...", "question=image-quality value=diagnostic");

// Numbers in millimetres and Hounsfield units.
run("Measure Objects...", "objects=all");
saveAs("Results", folder + "measurements.csv");
run("Save Annotations");
print("Labels and measurements are in " + folder);
