"""Prints SUV by body weight of a PET slice of the shared data by pydicom and numpy, along QIBA's vendor-neutral formula, for SuvScaleTest:
python3 suv_oracle.py ../../../../shared/data/pet/acrin_flt_1.dcm"""
import sys
from datetime import datetime

import pydicom

ds = pydicom.dcmread(sys.argv[1])
drug = ds.RadiopharmaceuticalInformationSequence[0]
seconds = (datetime.strptime(ds.SeriesTime, "%H%M%S.%f") - datetime.strptime(drug.RadiopharmaceuticalStartTime, "%H%M%S.%f")).total_seconds()
dose = float(drug.RadionuclideTotalDose) * 2 ** (-seconds / float(drug.RadionuclideHalfLife))
factor = float(ds.PatientWeight) * 1000 / dose
activity = ds.pixel_array * float(ds.RescaleSlope) + float(ds.RescaleIntercept)
print("factor", factor, "max", (activity * factor).max(), "mean", (activity * factor).mean(), "at 84,84", activity[84, 84] * factor)
