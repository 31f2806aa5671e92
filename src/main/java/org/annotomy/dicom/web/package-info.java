/** DICOMweb (PS3.18): searches, retrieves and stores at servers, with nothing lost, nothing told and nothing believed. */
package org.annotomy.dicom.web;
