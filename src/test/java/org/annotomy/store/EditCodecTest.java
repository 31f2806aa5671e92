package org.annotomy.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Change;
import org.annotomy.annotation.Change.DetectionChange;
import org.annotomy.annotation.Change.ProtocolChange;
import org.annotomy.annotation.RandomEdits;
import org.annotomy.annotation.detection.BlockBuilder;
import org.annotomy.annotation.detection.Cells;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.PolygonShape;
import org.junit.Test;

public class EditCodecTest {

	private static List<byte[]> write(List<Change> changes) throws IOException {
		List<byte[]> payloads = new ArrayList<>();
		EditCodec.write(new EditSummary(1, 1, 5, List.of("Edit")), changes, payloads::add, () -> {});
		return payloads;
	}

	private static List<Change> read(List<byte[]> payloads) throws IOException {
		EditCodec.Assembler assembler = new EditCodec.Assembler(Protocol.NONE);
		for (byte[] payload : payloads)
			assembler.add(payload);
		return assembler.changes();
	}

	/** What a journal remembers of an edit: the after-states, and of protocols which one. */
	private static List<Object> afterStates(List<Change> changes) {
		NetChanges net = new NetChanges();
		net.add(new EditSummary(1, 1, 0, List.of()), changes);
		List<Object> states = new ArrayList<>();
		for (Change change : net.snapshot().changes())
			states.add(change instanceof ProtocolChange c ? c.after().stamp() : change);
		return states;
	}

	@Test
	public void randomEditsOfEveryKindSurviveBitByBit() throws IOException {
		for (int seed = 0; seed < 30; seed++) {
			AnnotationDocument document = RandomEdits.emptyDocument();
			RandomEdits edits = new RandomEdits(seed);
			for (int i = 0; i < 40; i++) {
				List<Change> changes = edits.next(document).changes();
				assertEquals("seed " + seed, afterStates(changes), afterStates(read(write(changes))));
			}
		}
	}

	private static List<Change> cells() {
		List<Change> changes = new ArrayList<>();
		List<DetectionBlock> blocks = Cells.blocks(Cells.some(2500, 50, 40, 11), 1000);
		for (DetectionBlock block : blocks)
			changes.add(new DetectionChange(changes.size(), DetectionBlock.EMPTY, block));
		return changes;
	}

	@Test
	public void massesOfDetectionsAreShortWithoutPacking() throws IOException {
		List<Change> changes = cells();
		List<byte[]> payloads = write(changes);
		assertEquals(changes, read(payloads));
		long points = 0;
		for (Change change : changes)
			for (int row = 0; row < ((DetectionChange) change).after().size(); row++)
				points += ((DetectionChange) change).after().outlines().points(row);
		long bytes = payloads.stream().mapToLong(payload -> payload.length).sum();
		assertTrue(bytes + " bytes for " + points + " points", bytes < 2500 * 25 + 2 * 2.5 * points);
	}

	@Test
	public void farApartPointsAreReadToo() throws IOException {
		BlockBuilder block = new BlockBuilder();
		AnnotationObject large = AnnotationObject
				.builder(UUID.randomUUID(), PolygonShape.of(-1999999.999, -5, 1999999.999, 0, 3, 1999999),
						Plane.FIRST)
				.type(ObjectType.DETECTION).build();
		assertTrue(block.add(large));
		List<Change> changes = List.of(new DetectionChange(3, DetectionBlock.EMPTY, block.build()));
		assertEquals(changes, read(write(changes)));
	}

	/** All numbers of four bytes, and another code for the change. */
	@Test
	public void detectionsOfTheFirstVersionsAreRead() throws IOException {
		ByteArrayOutputStream payload = new ByteArrayOutputStream();
		payload.write(3);
		new EditSummary(1, 1, 5, List.of("Edit")).write(new DataOutputStream(payload));
		try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(payload))) {
			for (Change change : cells()) {
				out.writeByte(8);
				out.writeInt(((DetectionChange) change).key());
				writeWide(((DetectionChange) change).after(), out);
			}
			out.writeByte(0);
		}
		assertEquals(cells(), read(List.of(payload.toByteArray())));
	}

	private static void writeWide(DetectionBlock block, DataOutputStream out) throws IOException {
		DetectionCodec.write(block.kinds(), out);
		for (int row = 0; row < block.size(); row++) {
			out.writeLong(block.outlines().id(row).getMostSignificantBits());
			out.writeLong(block.outlines().id(row).getLeastSignificantBits());
			out.writeInt(block.outlines().points(row));
			for (int i = 0; i < block.outlines().points(row); i++) {
				out.writeInt(block.outlines().x(row, i) - (i == 0 ? 0 : block.outlines().x(row, i - 1)));
				out.writeInt(block.outlines().y(row, i) - (i == 0 ? 0 : block.outlines().y(row, i - 1)));
			}
			for (double value : block.values(row))
				out.writeDouble(value);
		}
	}

	@Test
	public void damagedPayloadsAreRefusedInWordsOrReadAsSomethingButNeverHang() throws IOException {
		AnnotationDocument document = RandomEdits.emptyDocument();
		RandomEdits edits = new RandomEdits(7);
		List<Change> changes = new ArrayList<>();
		for (int i = 0; i < 20; i++)
			changes.addAll(edits.next(document).changes());
		byte[] payload = write(changes).get(0);
		Random random = new Random(7);
		int refused = 0;
		for (int i = 0; i < 500; i++) {
			byte[] damaged = payload.clone();
			damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			try {
				read(List.of(damaged));
			} catch (IOException e) {
				refused++;
			}
		}
		assertTrue(refused + " of 500", refused > 300);
		assertThrows(IOException.class, () -> read(List.of(new byte[]{0, 1, 2})));
	}
}
