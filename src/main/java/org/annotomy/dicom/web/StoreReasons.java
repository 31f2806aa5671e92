package org.annotomy.dicom.web;

/** What the reasons of a server mean: PS3.18 tables I.2-1 and I.2-2, PS3.7 Annex C. */
final class StoreReasons {

	private StoreReasons() {}

	static String words(int reason) {
		String meaning = meaning(reason);
		return reason == 0 ? meaning : meaning + String.format(" (%04X)", reason);
	}

	private static String meaning(int reason) {
		if (reason >> 8 == 0xa7) return "the server is out of room or memory";
		if (reason >> 8 == 0xa9) return "the object does not fit its SOP class";
		if (reason >> 12 == 0xc) return "the server does not understand the object";
		return switch (reason) {
			case 0 -> "the server gave no reason";
			case 0x0110 -> "the server failed while it worked on it";
			case 0x0111 -> "the server has it already";
			case 0x0112, 0x0119 -> "the server does not accept that object";
			case 0x0117 -> "the UID of the object is not valid for the server";
			case 0x0122 -> "the server does not store objects of this kind (SOP class)";
			case 0x0124 -> "the server does not allow it to you";
			case 0xb000 -> "the server changed values";
			case 0xb006 -> "the server left elements out";
			case 0xb007 -> "the object does not fit its SOP class, says the server";
			case 0xb305, 0x0123 -> "the server does not take this transfer syntax";
			default -> "the server gave a reason that the standard does not know";
		};
	}
}
