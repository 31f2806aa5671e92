"""Says what nibabel reads of a NIfTI label map: affine (RAS), codes, type, and how often each label occurs with the sum of its positions.

With --flip IN OUT it writes the same label map with its rows and slices stored the other way round, and its affine to match.
"""
import sys

try:
    import nibabel
    import numpy
except ImportError:
    sys.exit(3)

if sys.argv[1] == "--flip":
    image = nibabel.load(sys.argv[2])
    labels = numpy.asarray(image.dataobj)[:, ::-1, ::-1]
    flip = numpy.diag([1.0, -1, -1, 1])
    flip[1, 3] = labels.shape[1] - 1
    flip[2, 3] = labels.shape[2] - 1
    nibabel.save(nibabel.Nifti1Image(labels, image.affine @ flip), sys.argv[3])
    sys.exit(0)

image = nibabel.load(sys.argv[1])
labels = numpy.asarray(image.dataobj)
print("affine", *(repr(float(v)) for v in image.affine[:3].ravel()))
qform = image.get_qform()
print("apart", float(numpy.abs(qform - image.get_sform()).max()))
print("codes", int(image.header["sform_code"]), int(image.header["qform_code"]), int(image.header["intent_code"]), labels.dtype)
for label in numpy.unique(labels):
    if label:
        x, y, z = numpy.nonzero(labels == label)
        print("label", int(label), len(x), int(x.sum()), int(y.sum()), int(z.sum()))
