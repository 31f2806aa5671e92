/** The annotation document and the one door for every change to it: named edits, undo, redo. */
package org.annotomy.annotation;
