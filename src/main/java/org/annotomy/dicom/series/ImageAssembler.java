package org.annotomy.dicom.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.presentation.FileLayers;
import org.annotomy.dicom.presentation.PresentationLut;
import org.annotomy.dicom.presentation.RealWorldValues;
import org.annotomy.dicom.presentation.SupplementalPalette;
import org.annotomy.dicom.presentation.SuvScale;
import org.annotomy.dicom.presentation.UltrasoundRegions;
import org.annotomy.geometry.Affine;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.DisplayLayer;
import org.annotomy.image.ImageRegion;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.Supplement;
import org.annotomy.image.ValueMeaning;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;

/** Makes the image that the rest of the program sees from a sorted stack. Nothing of the patient passes through here. */
final class ImageAssembler {

	private static final Map<String, Integer> FACTS = new LinkedHashMap<>();
	/** Code strings (VR CS) only: free text may name a patient. */
	private static final String CODE = "[A-Z0-9_ \\\\]{1,32}";

	private static final String ON_DEMAND = "The slices are decoded while they are shown and not kept in memory: "
			+ "what ImageJ's own commands change in the pixels is lost. Duplicate the image to change them.";

	static {
		FACTS.put("Modality", Tag.MODALITY);
		FACTS.put("BodyPartExamined", Tag.BODY_PART_EXAMINED);
		FACTS.put("ViewPosition", Tag.VIEW_POSITION);
		FACTS.put("ImageLaterality", Tag.IMAGE_LATERALITY);
		FACTS.put("Laterality", Tag.LATERALITY);
		FACTS.put("PresentationIntentType", Tag.PRESENTATION_INTENT_TYPE);
		FACTS.put("PatientOrientation", Tag.PATIENT_ORIENTATION);
		FACTS.put("AnatomicalOrientationType", Tag.ANATOMICAL_ORIENTATION_TYPE);
		FACTS.put("BurnedInAnnotation", Tag.BURNED_IN_ANNOTATION);
	}

	private static final String COLOUR_PROFILE = "The file has a colour profile (ICC), which is not applied: colours are shown as stored.";

	private static final String OWN_FRAME = "Places are those of the ultrasound volume, not of the patient: distances and volumes are right, but where left, front "
			+ "and head are is unknown.";

	private final SeriesStack stack;
	private final int part;
	private final DicomDataset dataset;
	private final List<String> warnings;

	private ImageAssembler(SeriesStack stack, int part) {
		this.stack = stack;
		this.part = part;
		this.dataset = stack.first().dataset();
		this.warnings = new ArrayList<>(stack.warnings());
	}

	/** @param part which of several images of one series, from 1; 0 if it is the only one */
	static MedicalImage assemble(SeriesStack stack, int part) throws IOException {
		return new ImageAssembler(stack, part).image();
	}

	private MedicalImage image() throws IOException {
		StackPixels pixels = StackPixels.of(stack);
		warnings.addAll(pixels.warnings());
		if (Planes.source(pixels.image()).isPresent()) warnings.add(ON_DEMAND);
		addFileWarnings();
		if (isOfVolume()) warnings.add(OWN_FRAME);
		if (dataset.has(Tag.ICC_PROFILE)) warnings.add(COLOUR_PROFILE);
		List<Window> windows = stack.first().instance().isColor() ? List.of() : DisplayWindows.of(stack.middle(), warnings);
		boolean inverted = PresentationLut.isInverted(dataset, stack.first().instance().format().photometric(), warnings);
		List<Path> files = files(DicomInstance::headerFile);
		Path place = files(DicomInstance::file).get(0);
		Path sidecar = files.size() == 1
				? place
				: place.resolveSibling(SeriesFileName.of(dataset) + (part > 1 ? "-" + part : ""));
		StackGeometry geometry = stack.geometry();
		List<ImageRegion> regions = geometry != null ? List.of() : UltrasoundRegions.of(dataset, warnings);
		PlaneSpacing plane = geometry != null
				? new PlaneSpacing(geometry.columnSpacingMm(), geometry.rowSpacingMm(), SpacingSource.PATIENT, "PixelSpacing")
				: PlaneSpacing.of(stack.first().attributes(), regions, warnings);
		double sliceMm = geometry != null ? geometry.sliceStepMm() : Double.NaN;
		double[] spacing = {plane.xMm(), plane.yMm(), sliceMm};
		Affine toPatient = geometry == null ? null : geometry.voxelToPatient();
		Supplement supplement = new Supplement(layers(pixels), regions, meanings(pixels));
		MedicalImage image = new MedicalImage(ImageTitle.of(stack.first(), part), pixels.image(), pixels.scale(), toPatient,
				spacing, plane.source(),
				windows,
				inverted, stack.frameTimeMs(), facts(pixels.scale()), identity(spacing, plane.keyword(), toPatient), files,
				sidecar,
				warnings, stack.sliceAxis(), stack.axis());
		return image.withSupplement(supplement);
	}

	private boolean isOfVolume() {
		return stack.geometry() != null && FrameGeometry.isOfVolume(stack.first().attributes());
	}

	private List<DisplayLayer> layers(StackPixels pixels) {
		List<FileLayers.Plane> planes = new ArrayList<>();
		for (int i = 0; i < stack.frames().size(); i++) {
			SliceFrame frame = stack.frames().get(i);
			if (frame != null)
				planes.add(new FileLayers.Plane(i, frame.dataset(), frame.index(), frame.instance()::words));
		}
		boolean onDemand = Planes.source(pixels.image()).isPresent();
		List<DisplayLayer> layers = new ArrayList<>(FileLayers.of(planes, onDemand, warnings));
		SupplementalPalette.of(dataset, pixels.scale(), warnings).ifPresent(colours -> layers.add(0, colours));
		return layers;
	}

	private List<ValueMeaning> meanings(StackPixels pixels) {
		List<SliceFrame> frames = stack.present();
		List<ValueMeaning> meanings = new ArrayList<>();
		SuvScale.of(frames.stream().map(SliceFrame::dataset).distinct().toList()).ifPresent(suv -> {
			meanings.add(suv);
			warnings.add(suv.isKnown() ? suv.words() + " Show Values As... shows it." : suv.words());
		});
		ValueScale scale = pixels.isConverted() ? null : pixels.scale();
		List<DicomDataset> groups = frames.stream().map(f -> f.attributes().holderOf(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE))
				.toList();
		meanings.addAll(RealWorldValues.of(groups, scale));
		return meanings;
	}

	private void addFileWarnings() {
		Map<String, Integer> counts = new LinkedHashMap<>();
		Set<DicomInstance> instances = new LinkedHashSet<>();
		stack.present().forEach(frame -> instances.add(frame.instance()));
		for (DicomInstance instance : instances) {
			instance.warnings().forEach(warning -> counts.merge(warning, 1, Integer::sum));
			instance.brokenInWords().ifPresent(warning -> counts.merge(warning, 1, Integer::sum));
		}
		counts.forEach((warning, count) -> warnings.add(count == 1 ? warning : count + " files: " + warning));
	}

	private List<Path> files(Function<DicomInstance, Path> which) {
		Set<Path> files = new LinkedHashSet<>();
		stack.present().forEach(frame -> files.add(which.apply(frame.instance())));
		return List.copyOf(files);
	}

	private Map<String, String> facts(ValueScale scale) {
		Map<String, String> facts = new LinkedHashMap<>();
		FACTS.forEach((name, tag) -> {
			String value = String.join("\\", dataset.strings(tag));
			if (value.matches(CODE)) facts.put(name, value);
		});
		facts.putAll(ViewFacts.of(stack.first()));
		if (isOfVolume()) facts.put(MedicalImage.PLACE_IN, MedicalImage.VOLUME);
		if (stack.geometry() != null && !stack.geometry().isEven()) facts.put("SliceSpacing", "UNEVEN");
		if (stack.times() > 1 && !stack.axis().meaning().isEmpty()) facts.put("TimeAxis", stack.axis().meaning());
		addPadding("PixelPaddingValue", Tag.PIXEL_PADDING_VALUE, scale, facts);
		addPadding("PixelPaddingRangeLimit", Tag.PIXEL_PADDING_RANGE_LIMIT, scale, facts);
		return facts;
	}

	/** As a modality value: what percentile windows leave out. */
	private void addPadding(String name, int tag, ValueScale scale, Map<String, String> facts) {
		double stored = dataset.number(tag, Double.NaN);
		if (Double.isFinite(stored)) facts.put(name, Double.toString(scale.toModality(stored)));
	}

	private ImageIdentity identity(double[] spacing, String keyword, Affine place) {
		ImageSize size = new ImageSize(stack.first().instance().format().columns(), stack.first().instance().format().rows(),
				stack.slices(), 1, stack.times());
		Set<String> uids = new LinkedHashSet<>();
		stack.present().forEach(frame -> uids.add(frame.instance().sopInstanceUid()));
		uids.remove("");
		return new ImageIdentity("dicom", size, uid(Tag.STUDY_INSTANCE_UID), uid(Tag.SERIES_INSTANCE_UID), List.copyOf(uids),
				uid(isOfVolume() ? Tag.VOLUME_FRAME_OF_REFERENCE_UID : Tag.FRAME_OF_REFERENCE_UID), spacing,
				Double.isNaN(spacing[0]) ? "px" : "mm", keyword, place, List.of());
	}

	private String uid(int tag) {
		return dataset.string(tag).orElse(null);
	}
}
