package org.annotomy.command.web;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.dicom.study.FoundStudies;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.imagej.web.ServerSource;
import org.annotomy.imagej.web.StudyTables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Searching a server. */
@Plugin(type = Command.class, visible = false, label = "Find Studies on Server...", description = "Lists the studies of a DICOMweb server that match, or the series of one study. Patients are masked unless asked for.")
public final class FindStudiesCommand extends AnnotationCommand {

	@Parameter(label = "Server", persist = false, description = ServerAccess.SERVER)
	private String server = "";

	@Parameter(label = "Patient name", persist = false, style = "private", description = "Name as stored (Family^Given), * and ? stand for any characters; never recorded.")
	private String patient_name = "";

	@Parameter(label = "Patient ID", persist = false, style = "private", description = "ID of the patient, * and ? stand for any characters; never recorded.")
	private String patient_id = "";

	@Parameter(label = "Dates", persist = false, description = "Day of the study as 20240131, or a range as 20240101-20240131, one end of which may be left out.")
	private String dates = "";

	@Parameter(label = "Modality", persist = false, description = "Modality in the study, such as CT, MR or MG.")
	private String modality = "";

	@Parameter(label = "Description", persist = false, style = "private", description = "Description of the study, * and ? stand for any characters; never recorded.")
	private String description = "";

	@Parameter(label = "Study UID", persist = false, description = "Lists the series of this study instead.")
	private String study_uid = "";

	@Parameter(label = "At most", persist = false, min = "1", max = "100000", description = "How many studies to list at most.")
	private int most = StudyQuery.USUAL;

	@Parameter(label = "Show patients", persist = false, description = "Whether names, IDs, birth dates, accession numbers and descriptions stand in the table; they identify patients.")
	private boolean show_patients = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Studies")
	private ResultsTable found;

	@Parameter(type = ItemIO.OUTPUT, label = "Notes")
	private String notes;

	@Override
	protected void execute() throws Exception {
		try (DicomWebClient client = ServerAccess.connect(ServerAccess.server(server))) {
			if (!study_uid.isBlank()) {
				found = StudyTables.series(
						ServerSource.listed(client.series(study_uid.strip(), progress()), ServerAccess.retrieved()),
						show_patients);
				return;
			}
			FoundStudies studies = client.studies(
					new StudyQuery(patient_name, patient_id, dates, modality, description, "", most), progress());
			found = StudyTables.studies(studies.rows(), show_patients);
			if (studies.more()) notes = "There are more than " + most + " studies. Ask for fewer, or raise the limit.";
		}
	}
}
