/** PNG pictures row by row: headers, filters and samples; also interlaced ones. */
package org.annotomy.codec.png;
