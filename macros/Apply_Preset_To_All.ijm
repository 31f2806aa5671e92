// Shows every open image through one window preset, in ImageJ and in Fiji, with and without a display.
// Pixels and measurements stay as they are; colour images are left out.
//
// The argument names the preset and, after a semicolon, the set if it is not the default one:
//   runMacro("Apply_Preset_To_All.ijm", "Lung");
//   runMacro("Apply_Preset_To_All.ijm", "Bone;ohif");
// A digit from 0 to 9 works too: it means what the number key means for each image (0: the file's own window).
// Without an argument, each image is shown from the 0.1th to the 99.9th percentile of its values.
preset = getArgument();
set = "default";
semicolon = indexOf(preset, ";");
if (semicolon >= 0) {
	set = substring(preset, semicolon + 1);
	preset = substring(preset, 0, semicolon);
}
if (preset == "") preset = "Auto";
run("Apply Preset To All Open Images...", "preset=[" + preset + "] from_set=" + set);
