package org.annotomy.imagej.linking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.linking.place.Correspondence;
import org.annotomy.linking.place.Expected;
import org.annotomy.linking.projection.EpipolarBand;
import org.annotomy.linking.projection.NippleArc;
import org.annotomy.linking.projection.ProjectionGeometry;
import org.annotomy.linking.thing.Landmarks;

/** Pairs of open projections of which a band is known: views of one breast with marked nipples, and C-arm projections of one study. */
final class ProjectionPairs {

	private ProjectionPairs() {}

	/** @param sessions by member key */
	static Map<List<String>, Correspondence> of(Map<String, AnnotationSession> sessions) {
		Map<List<String>, Correspondence> pairs = new HashMap<>();
		sessions.forEach((from, here) -> sessions.forEach((to, there) -> {
			if (here != there) between(here, there).ifPresent(found -> pairs.put(List.of(from, to), found));
		}));
		return pairs;
	}

	private static Optional<Correspondence> between(AnnotationSession here, AnnotationSession there) {
		if (areViewsOfOneBreast(here.source().facts(), there.source().facts())) return Optional.of(arc(here, there));
		String study = here.source().identity().studyUid();
		if (study == null || !study.equals(there.source().identity().studyUid())) return Optional.empty();
		Optional<ProjectionGeometry> from = geometry(here.source());
		Optional<ProjectionGeometry> to = geometry(there.source());
		if (from.isEmpty() || to.isEmpty()) return Optional.empty();
		return Optional.of(new EpipolarBand(from.get(), to.get(), detector(there.source()), size(there.source()),
				EpipolarBand.USUAL_TOLERANCE_MM));
	}

	private static boolean areViewsOfOneBreast(Map<String, String> here, Map<String, String> there) {
		String side = here.getOrDefault("Side", "");
		return "MG".equals(here.get("Modality")) && "MG".equals(there.get("Modality")) && side.matches("[RL]")
				&& side.equals(there.get("Side")) && !Objects.equals(here.get("View"), there.get("View"));
	}

	/** Nipples are looked for each time, since they may be marked meanwhile. */
	private static Correspondence arc(AnnotationSession here, AnnotationSession there) {
		return voxel -> {
			Optional<Point> from = nipple(here);
			Optional<Point> to = nipple(there);
			if (from.isEmpty() || to.isEmpty())
				return new Expected.Unknown("Mark the nipple in both views, and the arc of equal distance is shown.");
			if (!here.planeSpacing().isKnown() || !there.planeSpacing().isKnown())
				return new Expected.Unknown("The pixel spacing of a view is unknown, so distances from the nipple are too.");
			return new NippleArc(new NippleArc.View(from.get(), here.planeSpacing(), size(here.source())),
					new NippleArc.View(to.get(), there.planeSpacing(), size(there.source())), NippleArc.USUAL_TOLERANCE_MM)
					.expected(voxel);
		};
	}

	private static Optional<Point> nipple(AnnotationSession session) {
		for (AnnotationObject object : session.document().individualObjects())
			if (!object.provenance().isRejected() && Landmarks.isNipple(object, session.document()))
				return Optional.of(object.shape().bounds().centre());
		return Optional.empty();
	}

	private static VolumeSize size(MedicalImage image) {
		return new VolumeSize(image.width(), image.height(), 1);
	}

	private static PlaneSpacing detector(MedicalImage image) {
		return new PlaneSpacing(number(image, "DetectorColumnMm"), number(image, "DetectorRowMm"));
	}

	private static Optional<ProjectionGeometry> geometry(MedicalImage image) {
		if (!image.facts().containsKey("PrimaryAngle")) return Optional.empty();
		try {
			return Optional.of(ProjectionGeometry.of(number(image, "PrimaryAngle"), number(image, "SecondaryAngle"),
					number(image, "SourceToDetectorMm"), number(image, "SourceToPatientMm"), detector(image), image.width(),
					image.height()));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private static double number(MedicalImage image, String fact) {
		return Double.parseDouble(image.facts().get(fact));
	}
}
