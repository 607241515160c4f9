package io.minsheng.workflow.picture;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** The rectangle that holds the whole diagram, with room for a badge over the topmost step. */
record Frame(double left, double top, double right, double bottom) {

    private static final double MARGIN = 16;
    private static final double ROOM_FOR_BADGE = 24;

    static Frame around(Collection<BpmnShape> shapes, Collection<BpmnEdge> edges) {
        Stream<BpmnLabel> labels = Stream.concat(shapes.stream().map(BpmnShape::getBpmnLabel),
                edges.stream().map(BpmnEdge::getBpmnLabel));
        Stream<Bounds> boxes = Stream.concat(shapes.stream().map(BpmnShape::getBounds),
                labels.filter(Objects::nonNull).map(BpmnLabel::getBounds).filter(Objects::nonNull));
        Stream<Frame> points = edges.stream().flatMap(edge -> edge.getWaypoints().stream())
                .map(point -> new Frame(point.getX(), point.getY(), point.getX(), point.getY()));
        return Stream.concat(boxes.map(Frame::of), points)
                .reduce(Frame::with)
                .map(Frame::widened)
                .orElse(new Frame(0, 0, MARGIN, MARGIN));
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    private static Frame of(Bounds box) {
        return new Frame(box.getX(), box.getY(), box.getX() + box.getWidth(), box.getY() + box.getHeight());
    }

    private Frame with(Frame other) {
        return new Frame(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    private Frame widened() {
        return new Frame(left - MARGIN, top - MARGIN - ROOM_FOR_BADGE, right + MARGIN, bottom + MARGIN);
    }
}
