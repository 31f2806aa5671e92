package org.annotomy.interchange.mesh;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.geometry.TriangleMesh;
import org.junit.Test;

public class MeshFormatTest {

	private static final TriangleMesh TETRAHEDRON = new TriangleMesh(new float[]{0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, -2.5f},
			new int[]{0, 1, 2, 0, 2, 3, 0, 3, 1, 1, 3, 2});
	private static final List<NamedMesh> TWO = List.of(new NamedMesh("left lung", 0x102030, TETRAHEDRON),
			new NamedMesh("lesion", 0xff8000, TETRAHEDRON));

	private static byte[] written(MeshFormat format) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		format.write(TWO, "LPS", out);
		return out.toByteArray();
	}

	@Test
	public void stl() throws Exception {
		ByteBuffer file = ByteBuffer.wrap(written(MeshFormat.STL)).order(ByteOrder.LITTLE_ENDIAN);
		assertEquals(84 + 8 * 50, file.capacity());
		String header = new String(file.array(), 0, 80, StandardCharsets.US_ASCII);
		assertTrue(header, header.startsWith("Annotomy surface, coordinates in mm, frame LPS"));
		assertEquals(8, file.getInt(80));
		assertEquals("the first normal goes along z", 1, file.getFloat(84 + 8), 0);
		assertEquals("x of the second corner", 1, file.getFloat(84 + 24), 0);
		assertEquals("z of the last corner of the second triangle", -2.5f, file.getFloat(84 + 50 + 44), 0);
	}

	@Test
	public void ply() throws Exception {
		byte[] bytes = written(MeshFormat.PLY);
		String header = new String(bytes, StandardCharsets.ISO_8859_1);
		int body = header.indexOf("end_header\n") + 11;
		assertTrue(header,
				header.contains("frame LPS") && header.contains("element vertex 8\n") && header.contains("element face 8\n"));
		ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		assertEquals(body + 8 * 15 + 8 * 13, bytes.length);
		assertEquals(-2.5f, file.getFloat(body + 3 * 15 + 8), 0);
		assertEquals(0x20, file.get(body + 13));
		assertEquals("corners of the second surface come after those of the first", 4, file.getInt(body + 8 * 15 + 4 * 13 + 1));
	}

	@Test
	public void obj() throws Exception {
		String text = new String(written(MeshFormat.OBJ), StandardCharsets.UTF_8);
		assertTrue(text, text.startsWith("# Annotomy surface, coordinates in mm, frame LPS\no left_lung\nv 0.0 0.0 0.0\n"));
		assertTrue(text, text.contains("v 0.0 0.0 -2.5\nf 1 2 3\n"));
		assertTrue(text, text.contains("o lesion\n") && text.contains("f 5 6 7\n"));
	}

	@Test
	public void theEndingOfTheNameSaysTheFormat() {
		assertEquals(MeshFormat.PLY, MeshFormat.of(Path.of("a.b.PLY")));
		assertThrows(IllegalArgumentException.class, () -> MeshFormat.of(Path.of("stl")));
		assertThrows(IllegalArgumentException.class, () -> MeshFormat.of(Path.of("a.vtk")));
	}
}
