/** Commands on the segments of a volume: the segments themselves, their voxels, and the rules of editing. */
package org.annotomy.command.segment;
