/** One thing that owns marks in several images, under one DICOM Tracking UID. */
package org.annotomy.linking.thing;
