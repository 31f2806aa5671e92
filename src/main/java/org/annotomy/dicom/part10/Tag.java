package org.annotomy.dicom.part10;

import java.util.HexFormat;

/** Tags of data elements: group in the upper, element in the lower 16 bits; to be compared as unsigned numbers. */
public final class Tag {

	public static final int FILE_META_INFORMATION_GROUP_LENGTH = 0x00020000;
	public static final int FILE_META_INFORMATION_VERSION = 0x00020001;
	public static final int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;
	public static final int MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;
	public static final int TRANSFER_SYNTAX_UID = 0x00020010;
	public static final int IMPLEMENTATION_CLASS_UID = 0x00020012;
	public static final int IMPLEMENTATION_VERSION_NAME = 0x00020013;
	public static final int OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY = 0x00041200;
	public static final int DIRECTORY_RECORD_SEQUENCE = 0x00041220;
	public static final int OFFSET_OF_THE_NEXT_DIRECTORY_RECORD = 0x00041400;
	public static final int RECORD_IN_USE_FLAG = 0x00041410;
	public static final int OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY = 0x00041420;
	public static final int DIRECTORY_RECORD_TYPE = 0x00041430;
	public static final int REFERENCED_FILE_ID = 0x00041500;
	public static final int REFERENCED_SOP_INSTANCE_UID_IN_FILE = 0x00041511;
	public static final int SPECIFIC_CHARACTER_SET = 0x00080005;
	public static final int IMAGE_TYPE = 0x00080008;
	public static final int SOP_CLASS_UID = 0x00080016;
	public static final int SOP_INSTANCE_UID = 0x00080018;
	public static final int STUDY_DATE = 0x00080020;
	public static final int SERIES_DATE = 0x00080021;
	public static final int ACQUISITION_DATE = 0x00080022;
	public static final int CONTENT_DATE = 0x00080023;
	public static final int ACQUISITION_DATE_TIME = 0x0008002a;
	public static final int SERIES_TIME = 0x00080031;
	public static final int ACQUISITION_TIME = 0x00080032;
	public static final int CONTENT_TIME = 0x00080033;
	public static final int MODALITY = 0x00080060;
	public static final int PRESENTATION_INTENT_TYPE = 0x00080068;
	public static final int MANUFACTURER = 0x00080070;
	public static final int CODE_VALUE = 0x00080100;
	public static final int CODE_MEANING = 0x00080104;
	public static final int SERIES_DESCRIPTION = 0x0008103e;
	public static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
	public static final int REFERENCED_IMAGE_SEQUENCE = 0x00081140;
	public static final int REFERENCED_SOP_INSTANCE_UID = 0x00081155;
	public static final int REFERENCED_FRAME_NUMBER = 0x00081160;
	public static final int RECOMMENDED_DISPLAY_FRAME_RATE = 0x00082144;
	public static final int FRAME_TYPE = 0x00089007;
	public static final int PIXEL_PRESENTATION = 0x00089205;
	public static final int COMPLEX_IMAGE_COMPONENT = 0x00089208;
	public static final int ACQUISITION_CONTRAST = 0x00089209;
	public static final int PATIENT_WEIGHT = 0x00101030;
	/** BIPED or QUADRUPED. */
	public static final int ANATOMICAL_ORIENTATION_TYPE = 0x00102210;
	public static final int CONTRAST_BOLUS_AGENT = 0x00180010;
	public static final int CONTRAST_BOLUS_AGENT_SEQUENCE = 0x00180012;
	public static final int BODY_PART_EXAMINED = 0x00180015;
	public static final int CINE_RATE = 0x00180040;
	public static final int SLICE_THICKNESS = 0x00180050;
	public static final int REPETITION_TIME = 0x00180080;
	public static final int ECHO_TIME = 0x00180081;
	public static final int INVERSION_TIME = 0x00180082;
	public static final int ECHO_NUMBERS = 0x00180086;
	public static final int SPACING_BETWEEN_SLICES = 0x00180088;
	public static final int TRIGGER_TIME = 0x00181060;
	public static final int FRAME_TIME = 0x00181063;
	public static final int FRAME_TIME_VECTOR = 0x00181065;
	public static final int RADIOPHARMACEUTICAL_START_TIME = 0x00181072;
	public static final int RADIONUCLIDE_TOTAL_DOSE = 0x00181074;
	public static final int RADIONUCLIDE_HALF_LIFE = 0x00181075;
	public static final int RADIOPHARMACEUTICAL_START_DATE_TIME = 0x00181078;
	public static final int DISTANCE_SOURCE_TO_DETECTOR = 0x00181110;
	public static final int DISTANCE_SOURCE_TO_PATIENT = 0x00181111;
	public static final int ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR = 0x00181114;
	public static final int GANTRY_DETECTOR_TILT = 0x00181120;
	public static final int IMAGER_PIXEL_SPACING = 0x00181164;
	public static final int SHUTTER_SHAPE = 0x00181600;
	public static final int SHUTTER_LEFT_VERTICAL_EDGE = 0x00181602;
	public static final int SHUTTER_RIGHT_VERTICAL_EDGE = 0x00181604;
	public static final int SHUTTER_UPPER_HORIZONTAL_EDGE = 0x00181606;
	public static final int SHUTTER_LOWER_HORIZONTAL_EDGE = 0x00181608;
	public static final int CENTER_OF_CIRCULAR_SHUTTER = 0x00181610;
	public static final int RADIUS_OF_CIRCULAR_SHUTTER = 0x00181612;
	public static final int VERTICES_OF_THE_POLYGONAL_SHUTTER = 0x00181620;
	public static final int SHUTTER_PRESENTATION_VALUE = 0x00181622;
	public static final int SHUTTER_OVERLAY_GROUP = 0x00181623;
	public static final int NOMINAL_SCANNED_PIXEL_SPACING = 0x00182010;
	public static final int VIEW_POSITION = 0x00185101;
	public static final int SEQUENCE_OF_ULTRASOUND_REGIONS = 0x00186011;
	public static final int REGION_SPATIAL_FORMAT = 0x00186012;
	public static final int REGION_FLAGS = 0x00186016;
	public static final int REGION_LOCATION_MIN_X0 = 0x00186018;
	public static final int REGION_LOCATION_MIN_Y0 = 0x0018601a;
	public static final int REGION_LOCATION_MAX_X1 = 0x0018601c;
	public static final int REGION_LOCATION_MAX_Y1 = 0x0018601e;
	public static final int PHYSICAL_UNITS_X_DIRECTION = 0x00186024;
	public static final int PHYSICAL_UNITS_Y_DIRECTION = 0x00186026;
	public static final int PHYSICAL_DELTA_X = 0x0018602c;
	public static final int PHYSICAL_DELTA_Y = 0x0018602e;
	public static final int FRAME_ACQUISITION_DATE_TIME = 0x00189074;
	public static final int DIFFUSION_GRADIENT_DIRECTION_SEQUENCE = 0x00189076;
	public static final int INVERSION_TIMES = 0x00189079;
	public static final int EFFECTIVE_ECHO_TIME = 0x00189082;
	public static final int DIFFUSION_B_VALUE = 0x00189087;
	public static final int DIFFUSION_GRADIENT_ORIENTATION = 0x00189089;
	public static final int MR_ECHO_SEQUENCE = 0x00189114;
	public static final int MR_MODIFIER_SEQUENCE = 0x00189115;
	public static final int MR_DIFFUSION_SEQUENCE = 0x00189117;
	public static final int CARDIAC_SYNCHRONIZATION_SEQUENCE = 0x00189118;
	public static final int MR_IMAGE_FRAME_TYPE_SEQUENCE = 0x00189226;
	public static final int US_IMAGE_DESCRIPTION_SEQUENCE = 0x00189806;
	public static final int CT_IMAGE_FRAME_TYPE_SEQUENCE = 0x00189329;
	public static final int PET_FRAME_TYPE_SEQUENCE = 0x00189751;
	public static final int STUDY_INSTANCE_UID = 0x0020000d;
	public static final int SERIES_INSTANCE_UID = 0x0020000e;
	public static final int SERIES_NUMBER = 0x00200011;
	public static final int ACQUISITION_NUMBER = 0x00200012;
	public static final int INSTANCE_NUMBER = 0x00200013;
	public static final int PATIENT_ORIENTATION = 0x00200020;
	public static final int IMAGE_POSITION_PATIENT = 0x00200032;
	public static final int IMAGE_ORIENTATION_PATIENT = 0x00200037;
	public static final int FRAME_OF_REFERENCE_UID = 0x00200052;
	public static final int LATERALITY = 0x00200060;
	public static final int IMAGE_LATERALITY = 0x00200062;
	public static final int TEMPORAL_POSITION_IDENTIFIER = 0x00200100;
	public static final int TEMPORAL_RESOLUTION = 0x00200110;
	public static final int SOP_INSTANCE_UID_OF_CONCATENATION_SOURCE = 0x00200242;
	public static final int POSITION_REFERENCE_INDICATOR = 0x00201040;
	public static final int STACK_ID = 0x00209056;
	public static final int IN_STACK_POSITION_NUMBER = 0x00209057;
	public static final int FRAME_LATERALITY = 0x00209072;
	public static final int FRAME_CONTENT_SEQUENCE = 0x00209111;
	public static final int PLANE_POSITION_SEQUENCE = 0x00209113;
	public static final int PLANE_ORIENTATION_SEQUENCE = 0x00209116;
	public static final int TEMPORAL_POSITION_INDEX = 0x00209128;
	public static final int NOMINAL_CARDIAC_TRIGGER_DELAY_TIME = 0x00209153;
	public static final int FRAME_ACQUISITION_NUMBER = 0x00209156;
	public static final int DIMENSION_INDEX_VALUES = 0x00209157;
	public static final int CONCATENATION_UID = 0x00209161;
	public static final int DIMENSION_INDEX_POINTER = 0x00209165;
	public static final int DIMENSION_INDEX_SEQUENCE = 0x00209222;
	public static final int CONCATENATION_FRAME_OFFSET_NUMBER = 0x00209228;
	public static final int IMAGE_POSITION_VOLUME = 0x00209301;
	public static final int IMAGE_ORIENTATION_VOLUME = 0x00209302;
	public static final int PLANE_POSITION_VOLUME_SEQUENCE = 0x0020930e;
	public static final int PLANE_ORIENTATION_VOLUME_SEQUENCE = 0x0020930f;
	public static final int DIMENSION_ORGANIZATION_TYPE = 0x00209311;
	public static final int VOLUME_FRAME_OF_REFERENCE_UID = 0x00209312;
	public static final int SAMPLES_PER_PIXEL = 0x00280002;
	public static final int PHOTOMETRIC_INTERPRETATION = 0x00280004;
	public static final int PLANAR_CONFIGURATION = 0x00280006;
	public static final int NUMBER_OF_FRAMES = 0x00280008;
	public static final int FRAME_INCREMENT_POINTER = 0x00280009;
	public static final int ROWS = 0x00280010;
	public static final int COLUMNS = 0x00280011;
	public static final int PIXEL_SPACING = 0x00280030;
	public static final int PIXEL_ASPECT_RATIO = 0x00280034;
	public static final int CORRECTED_IMAGE = 0x00280051;
	public static final int BITS_ALLOCATED = 0x00280100;
	public static final int BITS_STORED = 0x00280101;
	public static final int HIGH_BIT = 0x00280102;
	public static final int PIXEL_REPRESENTATION = 0x00280103;
	public static final int PIXEL_PADDING_VALUE = 0x00280120;
	public static final int PIXEL_PADDING_RANGE_LIMIT = 0x00280121;
	public static final int BURNED_IN_ANNOTATION = 0x00280301;
	public static final int PIXEL_SPACING_CALIBRATION_TYPE = 0x00280a02;
	public static final int WINDOW_CENTER = 0x00281050;
	public static final int WINDOW_WIDTH = 0x00281051;
	public static final int RESCALE_INTERCEPT = 0x00281052;
	public static final int RESCALE_SLOPE = 0x00281053;
	public static final int RESCALE_TYPE = 0x00281054;
	public static final int WINDOW_CENTER_WIDTH_EXPLANATION = 0x00281055;
	public static final int VOILUT_FUNCTION = 0x00281056;
	public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281101;
	public static final int GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281102;
	public static final int BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281103;
	public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281201;
	public static final int GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281202;
	public static final int BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281203;
	public static final int SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281221;
	public static final int SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281222;
	public static final int SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281223;
	public static final int ICC_PROFILE = 0x00282000;
	public static final int COLOR_SPACE = 0x00282002;
	public static final int LOSSY_IMAGE_COMPRESSION = 0x00282110;
	public static final int MODALITY_LUT_SEQUENCE = 0x00283000;
	public static final int LUT_DESCRIPTOR = 0x00283002;
	public static final int LUT_EXPLANATION = 0x00283003;
	public static final int MODALITY_LUT_TYPE = 0x00283004;
	public static final int LUT_DATA = 0x00283006;
	public static final int VOILUT_SEQUENCE = 0x00283010;
	public static final int SOFTCOPY_VOILUT_SEQUENCE = 0x00283110;
	public static final int PIXEL_MEASURES_SEQUENCE = 0x00289110;
	public static final int FRAME_VOILUT_SEQUENCE = 0x00289132;
	public static final int PIXEL_VALUE_TRANSFORMATION_SEQUENCE = 0x00289145;
	public static final int Z_OFFSET_IN_SLIDE_COORDINATE_SYSTEM = 0x0040074a;
	public static final int MEASUREMENT_UNITS_CODE_SEQUENCE = 0x004008ea;
	public static final int REAL_WORLD_VALUE_MAPPING_SEQUENCE = 0x00409096;
	public static final int LUT_LABEL = 0x00409210;
	public static final int REAL_WORLD_VALUE_LAST_VALUE_MAPPED = 0x00409211;
	public static final int REAL_WORLD_VALUE_FIRST_VALUE_MAPPED = 0x00409216;
	public static final int REAL_WORLD_VALUE_INTERCEPT = 0x00409224;
	public static final int REAL_WORLD_VALUE_SLOPE = 0x00409225;
	public static final int TOTAL_PIXEL_MATRIX_COLUMNS = 0x00480006;
	public static final int TOTAL_PIXEL_MATRIX_ROWS = 0x00480007;
	public static final int OPTICAL_PATH_SEQUENCE = 0x00480105;
	public static final int OPTICAL_PATH_IDENTIFIER = 0x00480106;
	public static final int OPTICAL_PATH_DESCRIPTION = 0x00480107;
	public static final int OBJECTIVE_LENS_POWER = 0x00480112;
	public static final int OPTICAL_PATH_IDENTIFICATION_SEQUENCE = 0x00480207;
	public static final int PLANE_POSITION_SLIDE_SEQUENCE = 0x0048021a;
	public static final int COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX = 0x0048021e;
	public static final int ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX = 0x0048021f;
	public static final int TOTAL_PIXEL_MATRIX_FOCAL_PLANES = 0x00480303;
	public static final int ENERGY_WINDOW_VECTOR = 0x00540010;
	public static final int RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE = 0x00540016;
	public static final int DETECTOR_VECTOR = 0x00540020;
	public static final int DETECTOR_INFORMATION_SEQUENCE = 0x00540022;
	public static final int PHASE_VECTOR = 0x00540030;
	public static final int ROTATION_VECTOR = 0x00540050;
	public static final int TIME_SLOT_VECTOR = 0x00540070;
	public static final int SLICE_VECTOR = 0x00540080;
	public static final int TIME_SLICE_VECTOR = 0x00540100;
	public static final int VIEW_CODE_SEQUENCE = 0x00540220;
	public static final int UNITS = 0x00541001;
	public static final int SUV_TYPE = 0x00541006;
	public static final int DECAY_CORRECTION = 0x00541102;
	public static final int SEGMENTATION_TYPE = 0x00620001;
	public static final int SEGMENT_SEQUENCE = 0x00620002;
	public static final int SEGMENT_NUMBER = 0x00620004;
	public static final int SEGMENT_LABEL = 0x00620005;
	public static final int SEGMENT_IDENTIFICATION_SEQUENCE = 0x0062000a;
	public static final int REFERENCED_SEGMENT_NUMBER = 0x0062000b;
	public static final int MAXIMUM_FRACTIONAL_VALUE = 0x0062000e;
	public static final int GRAPHIC_ANNOTATION_SEQUENCE = 0x00700001;
	public static final int GRAPHIC_LAYER = 0x00700002;
	public static final int BOUNDING_BOX_ANNOTATION_UNITS = 0x00700003;
	public static final int ANCHOR_POINT_ANNOTATION_UNITS = 0x00700004;
	public static final int GRAPHIC_ANNOTATION_UNITS = 0x00700005;
	public static final int UNFORMATTED_TEXT_VALUE = 0x00700006;
	public static final int TEXT_OBJECT_SEQUENCE = 0x00700008;
	public static final int GRAPHIC_OBJECT_SEQUENCE = 0x00700009;
	public static final int BOUNDING_BOX_TOP_LEFT_HAND_CORNER = 0x00700010;
	public static final int ANCHOR_POINT = 0x00700014;
	public static final int GRAPHIC_DATA = 0x00700022;
	public static final int GRAPHIC_TYPE = 0x00700023;
	public static final int GRAPHIC_FILLED = 0x00700024;
	public static final int IMAGE_HORIZONTAL_FLIP = 0x00700041;
	public static final int IMAGE_ROTATION = 0x00700042;
	public static final int DISPLAYED_AREA_TOP_LEFT_HAND_CORNER = 0x00700052;
	public static final int DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER = 0x00700053;
	public static final int DISPLAYED_AREA_SELECTION_SEQUENCE = 0x0070005a;
	public static final int CONTENT_LABEL = 0x00700080;
	public static final int COMPOUND_GRAPHIC_SEQUENCE = 0x00700209;
	public static final int PRESENTATION_LUT_SEQUENCE = 0x20500010;
	public static final int PRESENTATION_LUT_SHAPE = 0x20500020;
	public static final int DOSE_UNITS = 0x30040002;
	public static final int GRID_FRAME_OFFSET_VECTOR = 0x3004000c;
	public static final int DOSE_GRID_SCALING = 0x3004000e;
	public static final int SHARED_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009229;
	public static final int PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009230;
	public static final int EXTENDED_OFFSET_TABLE = 0x7fe00001;
	public static final int EXTENDED_OFFSET_TABLE_LENGTHS = 0x7fe00002;
	public static final int FLOAT_PIXEL_DATA = 0x7fe00008;
	public static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7fe00009;
	public static final int PIXEL_DATA = 0x7fe00010;
	public static final int ITEM = 0xfffee000;
	public static final int ITEM_DELIMITER = 0xfffee00d;
	public static final int SEQUENCE_DELIMITER = 0xfffee0dd;

	private Tag() {}

	public static int of(int group, int element) {
		return group << 16 | element & 0xffff;
	}

	public static int group(int tag) {
		return tag >>> 16;
	}

	public static int element(int tag) {
		return tag & 0xffff;
	}

	/** Whether the group is odd. */
	public static boolean isPrivate(int tag) {
		return (tag & 0x10000) != 0;
	}

	/** Whether the group is not one of commands (0000), meta information (0002) or directory records (0004). */
	public static boolean isOfDataset(int tag) {
		return group(tag) > 4 || (tag & 0x10000) != 0;
	}

	/** Whether the element reserves a private block, (gggg,0010) to (gggg,00FF) of an odd group. */
	static boolean isPrivateCreator(int tag) {
		return isPrivate(tag) && element(tag) >= 0x10 && element(tag) <= 0xff;
	}

	/** The element that names the creator of the block which {@code tag} is in. */
	static int creatorOf(int tag) {
		return tag & 0xffff0000 | element(tag) >>> 8;
	}

	/** As the standard prints it, such as {@code (0028,0010)}. */
	public static String toString(int tag) {
		String digits = HexFormat.of().withUpperCase().toHexDigits(tag, 8);
		return "(" + digits.substring(0, 4) + "," + digits.substring(4) + ")";
	}
}
