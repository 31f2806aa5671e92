/** What a laboratory does with an annotated slide: tissue found, grids laid, tiles cut. */
package org.annotomy.imagej.lab;
