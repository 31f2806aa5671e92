/** What models are trained on: tiles of annotated slides with masks and COCO files. */
package org.annotomy.training;
