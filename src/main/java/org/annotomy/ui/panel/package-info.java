/** The annotation panel: classes, objects, questions, history and state of the image that is active. */
package org.annotomy.ui.panel;
