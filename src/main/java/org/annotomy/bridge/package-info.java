/** How menus, macros and the command line reach the commands, in plain ImageJ and in Fiji, with and without a display. */
package org.annotomy.bridge;
