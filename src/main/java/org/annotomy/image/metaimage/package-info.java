/** MetaImage ({@code .mha}, {@code .mhd} with data files), the format of ITK, https://itk.org/Wiki/ITK/MetaIO/Documentation. */
package org.annotomy.image.metaimage;
