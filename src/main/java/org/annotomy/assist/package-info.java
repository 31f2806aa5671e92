/** Suggestions that people refine, and where they come from. */
package org.annotomy.assist;
