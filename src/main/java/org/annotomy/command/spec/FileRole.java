package org.annotomy.command.spec;

import java.io.File;

import org.scijava.widget.FileWidget;

/** What a file option is for, from the style of its parameter; decides the chooser and what must exist. */
public enum FileRole {
	/** An existing file; the default. */
	OPEN("existing file"),
	/** An existing folder; style {@code directory}. */
	FOLDER("existing folder"),
	/** An existing file or folder; style {@code both}. */
	ANY("existing file or folder"),
	/** A file to write, in an existing folder; style {@code save}. */
	SAVE("file to write"),
	/** A folder to write to, made if absent; style {@code directory,save}. */
	NEW_FOLDER("folder to write to");

	private final String words;

	FileRole(String words) { this.words = words; }

	/** The role in words for the user. */
	public String words() {
		return words;
	}

	public boolean isFolder() { return this == FOLDER || this == NEW_FOLDER; }

	static FileRole of(String style) {
		boolean folder = style.contains(FileWidget.DIRECTORY_STYLE);
		boolean save = style.contains(FileWidget.SAVE_STYLE);
		if (folder) return save ? NEW_FOLDER : FOLDER;
		if (save) return SAVE;
		return style.contains("both") ? ANY : OPEN;
	}

	/** @return what is wrong with the file, without its name; null if nothing is */
	String complaint(File file) {
		switch (this) {
			case OPEN :
				if (file.isDirectory()) return "that is a folder, a file is needed";
				return file.isFile() ? null : "there is no such file";
			case FOLDER :
				if (file.isFile()) return "that is a file, a folder is needed";
				return file.isDirectory() ? null : "there is no such folder";
			case ANY :
				return file.exists() ? null : "there is no such file or folder";
			case SAVE :
				if (file.isDirectory()) return "that is a folder, the name of a file to write is needed";
				File parent = file.getAbsoluteFile().getParentFile();
				return parent == null || parent.isDirectory() ? null : "the folder to write the file to does not exist";
			default :
				return file.isFile() ? "that is a file, a folder is needed" : null;
		}
	}
}
