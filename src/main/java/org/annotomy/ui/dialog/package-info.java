/** The few questions that interrupt: work left by a crash, versions, what a protocol still misses. */
package org.annotomy.ui.dialog;
