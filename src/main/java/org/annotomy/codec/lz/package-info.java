/** Small dictionary coders: LZW and PackBits of TIFF (TIFF 6.0 sections 9 and 13), blocks of LZ4. */
package org.annotomy.codec.lz;
