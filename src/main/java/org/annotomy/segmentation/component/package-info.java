/** What is connected: components, islands, holes, and regions that grow from seeds. */
package org.annotomy.segmentation.component;
