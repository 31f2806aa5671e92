/** Lesions from their middle and their size. */
package org.annotomy.segmentation.lesion;
