// A first look at Annotomy from a macro. Runs in ImageJ and in Fiji, with and without a display.
// The argument is the folder for the results; without one, ImageJ asks for it.
folder = getArgument();
if (folder == "") folder = getDirectory("Choose a folder for the results");
if (!endsWith(folder, File.separator)) folder = folder + File.separator;

run("Annotomy Version");
run("List Annotomy Commands...", "name_contains=annotomy");
saveAs("Results", folder + "commands.csv");
