/** NIfTI-1 and NIfTI-2 volumes, https://nifti.nimh.nih.gov: header, place, pixels. */
package org.annotomy.image.nifti;
