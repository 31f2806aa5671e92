package org.annotomy.imagej.offer;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.display.PresetLibrary;
import org.annotomy.display.PresetTable;
import org.annotomy.display.WindowPreset;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;

import ij.ImagePlus;

/** A kind of texts that an option takes, of which those that fit an image can be listed. Other texts may still be right. */
public enum Offer {

	/** Keys of the classes of the image's protocol. */
	CLASSES {
		@Override
		List<String> from(ImagePlus image, AnnotationSession session) {
			return session == null
					? List.of()
					: session.document().protocol().classes().stream().map(AnnotationClass::key).toList();
		}
	},
	/** Names of the segments of the image. */
	SEGMENTS {
		@Override
		List<String> from(ImagePlus image, AnnotationSession session) {
			return session == null ? List.of() : session.document().segments().stream().map(Segment::name).toList();
		}
	},
	/** Names of the display presets that fit the image. */
	PRESETS {
		@Override
		List<String> from(ImagePlus image, AnnotationSession session) {
			if (image == null) return List.of();
			return PresetLibrary.ofUser().menu(PresetTable.DEFAULT, DisplayWindow.of(image).query()).presets().stream()
					.map(WindowPreset::name).toList();
		}
	},
	/** Ids of all protocols. */
	PROTOCOLS {
		@Override
		List<String> from(ImagePlus image, AnnotationSession session) throws IOException {
			return Protocols.find().all().stream().map(protocol -> protocol.stamp().id()).toList();
		}
	};

	abstract List<String> from(ImagePlus image, AnnotationSession session) throws IOException;

	/** Those that fit an image, which may be null; none if they cannot be read. */
	public List<String> texts(ImagePlus image) {
		try {
			return from(image, image == null ? null : AnnotationSession.of(image).orElse(null));
		} catch (IOException | IllegalArgumentException e) {
			return List.of();
		}
	}

	/** How the style of a parameter names it: {@code offers:classes} and so on. */
	public String style() {
		return "offers:" + name().toLowerCase(Locale.ROOT);
	}

	/** The offer that a style names. */
	public static Optional<Offer> in(String style) {
		return Stream.of(values()).filter(offer -> style.contains(offer.style())).findFirst();
	}
}
