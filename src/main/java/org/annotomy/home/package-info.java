/** Where the program keeps what belongs to its user: presets, protocols, work brought to safety. */
package org.annotomy.home;
