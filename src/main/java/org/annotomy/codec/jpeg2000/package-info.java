/** JPEG 2000 codestreams, plain and high-throughput (Rec. ITU-T T.800 and T.814), from bytes to samples. */
package org.annotomy.codec.jpeg2000;
