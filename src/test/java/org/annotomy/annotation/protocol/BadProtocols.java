package org.annotomy.annotation.protocol;

import java.util.ArrayList;
import java.util.List;

/** Good protocols with one mistake each, and what the reader says to it. */
final class BadProtocols {

	/**
	 * @param text of the file
	 * @param message whole message of the refusal
	 * @param structural whether a JSON Schema can see the mistake too
	 */
	record Bad(String text, String message, boolean structural) {}

	private final List<Bad> all = new ArrayList<>();

	private BadProtocols() {
		top();
		windows();
		questions();
		conditions();
		classes();
		codes();
		references();
		rules();
	}

	static List<Bad> all() {
		return new BadProtocols().all;
	}

	private void structure(String from, String to, String message) {
		all.add(new Bad(GoodProtocol.with(from, to), message, true));
	}

	private void meaning(String from, String to, String message) {
		all.add(new Bad(GoodProtocol.with(from, to), message, false));
	}

	private void top() {
		structure("\"title\": {\"de\": \"Gut\", \"en\": \"Good\"}", "\"titel\": \"Good\"",
				"line 4: unknown member \"titel\"; known: $schema, attributes, classes, counts, id, imageQuestions, instructions, rules, "
						+ "studyQuestions, title, version, windows.");
		structure("\"id\": \"good\",", "", "line 1: the member \"id\" is missing.");
		structure("\"id\": \"good\"", "\"id\": \"Good One\"",
				"line 2: \"Good One\" must consist of lower-case letters, digits, dots and hyphens, at most 64.");
		structure("\"version\": \"1.2\"", "\"version\": 1.2", "line 3: expected a string but found the number 1.2.");
		structure("\"version\": \"1.2\"", "\"version\": \"one two\"",
				"line 3: \"one two\" must consist of letters, digits, dots, plus signs and hyphens, at most 32.");
		structure("{\"de\": \"Gut\", \"en\": \"Good\"}", "{}", "line 4: a text by language needs at least one language.");
		structure("{\"de\": \"Gut\", \"en\": \"Good\"}", "{\"english language\": \"Good\"}",
				"line 4: \"english language\" is not a language tag such as en or pt-BR.");
		structure("\"Mark everything.\"", "\" \"", "line 5: a text must not be blank.");
		structure("\"Mark everything.\"", "\"" + "x".repeat(20_001) + "\"", "line 5: a text has at most 20000 characters.");
		meaning("\"version\": \"1.2\",", "\"version\": \"1.2\",\n\"version\": \"1.3\",",
				"line 4: the member \"version\" stands twice in the same object.");
		meaning("\"version\": \"1.2\",", "\"version\": \"1.2\", // two",
				"line 3: Unexpected character ('/' (code 47)): maybe a (non-standard) comment? (not recognized as one since Feature "
						+ "'ALLOW_COMMENTS' not enabled for parser)");
	}

	private void windows() {
		structure("\"center\": -600, \"width\": 1500", "\"center\": -600",
				"line 7: the window \"lung\" needs either center and width, or low and high (percentiles).");
		structure("\"width\": 1500", "\"width\": 1500, \"low\": 2",
				"line 7: the window \"lung\" needs either center and width, or low and high (percentiles).");
		structure("\"width\": 1500", "\"width\": 0.5", "line 7: a window is at least 1 wide (DICOM PS3.3 C.11.2.1.2).");
		structure("{\"name\": \"contrast\", ", "{\"name\": \"\", ", "line 8: a window needs a name.");
		meaning("\"low\": 1, \"high\": 99.5", "\"low\": 99.5, \"high\": 1",
				"line 8: percentiles go from 0 to 100, low below high.");
		structure("\"low\": 1, \"high\": 99.5", "\"low\": 1, \"high\": 101",
				"line 8: percentiles go from 0 to 100, low below high.");
		meaning("\"name\": \"contrast\"", "\"name\": \"lung\"", "line 8: the window \"lung\" stands already in line 7.");
		structure("\"width\": 1500", "\"width\": 1500, \"invert\": true",
				"line 7: unknown member \"invert\"; known: center, high, low, name, width.");
	}

	private void questions() {
		structure("\"key\": \"organ\"", "\"key\": \"Organ\"",
				"line 22: the key \"Organ\" must be of lower-case letters, digits and hyphens, begin with a letter and have at most 64 "
						+ "characters.");
		meaning("\"key\": \"quality\"", "\"key\": \"organ\"", "line 22: the attribute \"organ\" stands already in line 64.");
		structure("\"type\": \"text\"", "\"type\": \"enum\"",
				"line 24: unknown type \"enum\"; known: choice, choices, number, text, flag, code.");
		structure("\"type\": \"text\"", "\"type\": \"text\", \"unit\": \"mm\"",
				"line 24: \"unit\" belongs to type number, not to type text.");
		structure("\"type\": \"text\"", "\"type\": \"text\", \"max\": 9",
				"line 24: \"max\" belongs to type number, not to type text.");
		structure("\"type\": \"text\"", "\"type\": \"text\", \"choices\": [\"a\", \"b\"]",
				"line 24: \"choices\" belongs to type choice or choices, not to type text.");
		structure("\"type\": \"flag\", \"help\"", "\"type\": \"choices\", \"help\"",
				"line 29: the member \"choices\" is missing.");
		structure("\"choices\": [\"good\", \"poor\"]", "\"choices\": [\"good\"]",
				"line 64: a question of type choice needs at least two choices.");
		meaning("\"choices\": [\"good\", \"poor\"]", "\"choices\": [\"good\", \"good\"]",
				"line 64: the choice \"good\" stands already in line 64.");
		structure("\"choices\": [\"good\", \"poor\"]", "\"choices\": [\"good\", \" \"]", "line 64: a choice must not be blank.");
		structure("{\"value\": \"other\", ", "{\"values\": \"other\", ",
				"line 18: unknown member \"values\"; known: code, label, value.");
		meaning("\"min\": 0, \"max\": 500", "\"min\": 600, \"max\": 500", "line 28: min must not be above max.");
		structure("\"label\": \"Size\", ", "", "line 28: the member \"label\" is missing.");
		structure("\"required\": true, \"choices\": [\"good\"", "\"required\": \"yes\", \"choices\": [\"good\"",
				"line 64: expected true or false but found the string \"yes\".");
		structure("\"help\": \"Be honest.\"", "\"hint\": \"Be honest.\"",
				"line 29: unknown member \"hint\"; known: choices, code, help, key, label, max, min, required, shared, type, unit, when.");
	}

	private void conditions() {
		String when = "\"required\": true,\n\t\t\t\"when\": {\"attribute\": \"role\", \"values\": [\"target\"]}";
		meaning(when, "\"when\": {\"attribute\": \"roll\", \"values\": [\"target\"]}",
				"line 25: unknown attribute \"roll\"; known: role, organ, size, sure, quality, usable.");
		meaning(when, "\"when\": {\"attribute\": \"role\", \"values\": [\"goal\"]}",
				"line 25: unknown answer to \"role\" \"goal\"; known: target, other.");
		structure(when, "\"when\": {\"attribute\": \"role\", \"values\": []}", "line 25: a condition needs at least one value.");
		structure(when, "\"when\": {\"attribute\": \"role\", \"is\": [\"target\"]}",
				"line 25: unknown member \"is\"; known: attribute, values.");
		meaning(when, "\"when\": {\"attribute\": \"size\", \"values\": [\"1\"]}",
				"line 25: a condition needs an attribute of type choice, choices or flag; \"size\" is of type number.");
		meaning("\"type\": \"flag\", \"help\": \"Be honest.\"",
				"\"type\": \"flag\", \"when\": {\"attribute\": \"sure\", \"values\": [\"true\"]}",
				"line 29: the question \"sure\" depends on itself and could never be asked.");
	}

	private void classes() {
		structure("\"key\": \"lung\"", "\"key\": \"lung!\"",
				"line 50: the key \"lung!\" must be of lower-case letters, digits and hyphens, begin with a letter and have at most 64 "
						+ "characters.");
		meaning("\"key\": \"lung\"", "\"key\": \"lesion\"", "line 50: the class \"lesion\" stands already in line 33.");
		meaning("\"name\": \"Lung\"", "\"name\": {\"de\": \"Läsion\", \"en\": \"Lung\"}",
				"line 51: the class name \"Läsion\" stands already in line 34.");
		structure("\"name\": \"Lung\"", "\"name\": \"Lung: left\"",
				"line 51: the class name \"Lung: left\" contains a colon, at which QuPath would split it. Write it without.");
		structure("\"name\": \"Lung\"", "\"name\": {\"en\": \"Lung\", \"fr\": \"Poumon\\ngauche\"}",
				"line 51: a class name must stand in one line; QuPath refuses line breaks.");
		structure("\"name\": \"Lung\"", "\"name\": \"Lung\\rleft\"",
				"line 51: a class name must stand in one line; QuPath refuses line breaks.");
		structure("\"name\": \"Lung\"", "\"name\": \"  \"", "line 51: a text must not be blank.");
		structure("\"#56B4E9\"", "\"sky blue\"",
				"line 52: the color \"sky blue\" is not of the form #RRGGBB, such as #E69F00.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \"ctrl u\"", "line 53: a shortcut is one letter, not \"ctrl u\".");
		meaning("\"shortcut\": \"U\"", "\"shortcut\": \"L\"", "line 53: the shortcut \"l\" stands already in line 36.");
		fixedKeys();
		structure("[\"polygon\", \"voxels\"]", "[\"polygon\", \"blob\"]",
				"line 54: unknown kind of mark \"blob\"; known: point, multipoint, line, arrow, polyline, freeline, angle, "
						+ "bidirectional, rectangle, rotated-rectangle, ellipse, polygon, freehand, text, voxels.");
		structure("[\"polygon\", \"voxels\"]", "[\"polygon\", \"polygon\"]",
				"line 54: the kind of mark \"polygon\" stands twice.");
		structure("[\"polygon\", \"voxels\"]", "[]",
				"line 54: \"kinds\" allows nothing. Leave it out to allow every kind of mark.");
		structure("\"mode\": \"semantic\"", "\"mode\": \"panoptic\"",
				"line 55: unknown mode \"panoptic\"; known: instance, semantic.");
		structure("\"value\": 2", "\"value\": 0", "line 58: a label value is from 1 to 65535, not 0.");
		structure("\"value\": 2", "\"value\": 2.5", "line 58: expected a whole number but found the number 2.5.");
		meaning("\"value\": 2", "\"value\": 1", "line 58: the label value 1 stands already in line 40.");
		structure("\"other-classes\"", "\"maybe\"",
				"line 59: unknown overlap rule \"maybe\"; known: allowed, other-classes, exclusive, none.");
		structure("\"minAreaPx\": 20", "\"minAreaPx\": -20", "line 60: \"minAreaPx\" must be 0 or above.");
		meaning("\"minSizeMm\": 10", "\"minSizeMm\": 1e999", "line 42: \"minSizeMm\" must be 0 or above.");
		structure("\"min\": 0,\n", "\"min\": -1,\n", "line 43: \"min\" must be 0 or above.");
		meaning("\"min\": 0,\n", "\"min\": 6,\n", "line 43: min must not be above max.");
	}

	private void fixedKeys() {
		structure("\"shortcut\": \"U\"", "\"shortcut\": \"1\"",
				"line 53: the shortcut \"1\" is not free: digits choose display presets. Choose a letter from a to x, but not q.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \"Z\"",
				"line 53: the shortcut \"Z\" is not free: z undoes. Choose a letter from a to x, but not q.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \"q\"",
				"line 53: the shortcut \"q\" is not free: q magnifies while it is held. Choose a letter from a to x, but not q.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \"y\"",
				"line 53: the shortcut \"y\" is not free: y redoes. Choose a letter from a to x, but not q.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \" \"",
				"line 53: the shortcut \" \" is not free: space moves the image. Choose a letter from a to x, but not q.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \"+\"",
				"line 53: the shortcut \"+\" is not free: +, - and = zoom. Choose a letter from a to x, but not q.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \",\"",
				"line 53: the shortcut \",\" is not free: these signs go through slices and time points, "
						+ "comma and full stop through the stages of a layout. Choose a letter from a to x, but not q.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \"[\"",
				"line 53: the shortcut \"[\" is not free: brackets change the size of the brush. Choose a letter from a to x, but not q.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \"?\"",
				"line 53: the shortcut \"?\" is not free: ? shows the keys. Choose a letter from a to x, but not q.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \"\\n\"",
				"line 53: the shortcut \"\n\" is not free: Enter finishes a mark. Choose a letter from a to x, but not q.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \"\\u007f\"",
				"line 53: the shortcut \"\u007f\" is not free: Delete and Backspace remove marks. Choose a letter from a to x, but not q.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \"\\t\"",
				"line 53: the shortcut \"\t\" is not free: Tab goes to the next mark. Choose a letter from a to x, but not q.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \"\\u001b\"",
				"line 53: the shortcut \"\u001b\" is not free: Escape drops an unfinished mark. Choose a letter from a to x, but not q.");
		structure("\"shortcut\": \"U\"", "\"shortcut\": \"ü\"",
				"line 53: the shortcut \"ü\" is not free: only the letters a to x without q are free for classes. Choose a letter from a to x, but not q.");
	}

	private void codes() {
		structure("[\"SCT\", \"39607008\", \"Lung\"]", "\"39607008\"",
				"line 56: expected an array but found the string \"39607008\".");
		structure("[\"SCT\", \"39607008\", \"Lung\"]", "[\"SCT\", \"39607008\"]",
				"line 56: a code is [scheme, value, meaning], such as [\"SCT\", \"52988006\", \"Lesion\"], perhaps with a version; "
						+ "found 2 parts.");
		structure("[\"SCT\", \"39607008\", \"Lung\"]", "[\"SCT\", 39607008, \"Lung\"]",
				"line 56: expected a string but found the number 39607008.");
		structure("[\"SCT\", \"39607008\", \"Lung\"]", "[\"SCT\", \"39607008\", \"\"]",
				"line 56: the meaning of a code has 1 to 64 characters, not 0.");
		structure("[\"SCT\", \"39607008\", \"Lung\"]", "[\"SNOMED Clinical Terms\", \"39607008\", \"Lung\"]",
				"line 56: the scheme of a code has 1 to 16 characters, not 21.");
		structure("\"category\": [\"SCT\", \"91723000\", \"Anatomical Structure\"],\n", "\n",
				"line 50: the class \"lung\" may be marked with voxels and so needs code and category: DICOM SEG cannot be written "
						+ "without them.");
		structure(
				"\"kinds\": [\"polygon\", \"voxels\"],\n\t\t\t\"mode\": \"semantic\",\n\t\t\t\"code\": [\"SCT\", \"39607008\", \"Lung\"],",
				"",
				"line 50: the class \"lung\" may be marked with voxels (it names no kinds) and so needs code and category: DICOM SEG "
						+ "cannot be written without them.");
	}

	private void references() {
		meaning("\"inside\": \"lung\"", "\"inside\": \"liver\"", "line 41: unknown class \"liver\"; known: lesion, lung.");
		meaning("\"inside\": \"lung\"", "\"inside\": \"lesion\"",
				"line 41: the class \"lesion\" would have to lie inside itself.");
		meaning("\"preset\": \"lung\"", "\"preset\": \"bone\"", "line 46: unknown window \"bone\"; known: lung, contrast.");
		meaning("[\"role\", \"organ\", \"size\", \"sure\"]", "[\"role\", \"margin\"]",
				"line 45: unknown attribute \"margin\"; known: role, organ, size, sure.");
		structure("[\"role\", \"organ\", \"size\", \"sure\"]", "[\"role\", \"role\"]",
				"line 45: the attribute \"role\" stands twice.");
		meaning("[\"role\", \"organ\", \"size\", \"sure\"]", "[\"organ\"]",
				"line 45: the attribute \"organ\" depends on \"role\", which this class does not ask.");
		structure("\"help\": \"Any lesion.\"", "\"hotkey\": \"l\"",
				"line 47: unknown member \"hotkey\"; known: attributes, category, code, color, help, inside, key, kinds, max, min, "
						+ "minAreaPx, minSizeMm, mode, modifier, name, overlap, preset, region, regionModifier, role, shortcut, value.");
	}

	private void rules() {
		structure("\"rule\": \"unique\"", "\"rule\": \"single\"",
				"line 79: unknown rule \"single\"; known: count, size, unique, linked.");
		structure("\"classes\": [\"lesion\"], \"attribute\"", "\"classes\": [], \"attribute\"",
				"line 79: a rule needs at least one class.");
		meaning("\"classes\": [\"lesion\"], \"attribute\"", "\"classes\": [\"liver\"], \"attribute\"",
				"line 79: unknown class \"liver\"; known: lesion, lung.");
		meaning("\"attribute\": \"organ\", \"message\"", "\"attribute\": \"side\", \"message\"",
				"line 79: unknown attribute of these classes \"side\"; known: role, organ, size, sure.");
		meaning("\"per\": \"organ\"", "\"per\": \"quality\"",
				"line 74: unknown attribute of these classes \"quality\"; known: role, organ, size, sure.");
		structure("\"max\": 2,", "", "line 70: this rule needs \"min\" (above 0) or \"max\".");
		meaning("\"max\": 2,", "\"min\": 3, \"max\": 2,", "line 75: min must not be above max.");
		structure("\"minMm\": 5", "\"minMm\": -5", "line 78: \"minMm\" must be 0 or above.");
		structure("\"measure\": \"short-axis\"", "\"measure\": \"volume\"",
				"line 78: unknown measure \"volume\"; known: long-axis, short-axis.");
		structure("\"severity\": \"warning\"", "\"severity\": \"hint\"",
				"line 78: unknown severity \"hint\"; known: error, warning.");
		structure("\"attribute\": \"organ\", \"message\"", "\"attribute\": \"organ\", \"max\": 2, \"message\"",
				"line 79: unknown member \"max\"; known: attribute, classes, message, rule, severity, when.");
		structure(", \"message\": \"One per organ.\"", "", "line 79: the member \"message\" is missing.");
	}
}
