/** Times the program's own operations on the inputs that other programs are timed on, and prints the same check values. */
package org.annotomy.benchmark;
