/** The breast phantom: its shape, its tissue, its findings, and how they come onto the detector. */
package org.annotomy.sample.breast;
