package io.minsheng.workflow.picture;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Draws a process model as SVG, from the diagram data in the model, and shows where a case stands.
 * <p>
 * The picture can be put straight into a page: it carries classes only (colours in {@code css/process.css}; the content
 * security policy forbids inline styles), every text is escaped, and it is one image with title and description to
 * a screen reader.
 */
@Singleton
public class ProcessPicture {

    /**
     * @param model a model with a diagram; elements without a shape are left out
     * @param current ids of the activities that are worked on or waited at; ids unknown to the model are ignored
     * @param done ids of the visited activities, gateways and events
     * @param label the sign over each current step, such as “你在这里”; null or blank draws none
     * @return one {@code <svg>} element
     */
    public String draw(BpmnModelInstance model, Set<String> current, Set<String> done, String label) {
        List<BpmnShape> shapes = shapes(model);
        List<BpmnEdge> edges = model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow && edge.getWaypoints().size() > 1)
                .toList();
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        Trail trail = new Trail(current, done);
        Svg svg = new Svg();
        open(svg, Frame.around(shapes, edges), process, new Whereabouts(shapes, trail).sentence());
        paint(svg, shapes, edges, trail, "bpmn-" + process.getId());
        badges(svg, shapes, trail, label);
        return svg.close("svg").toString();
    }

    private static void open(Svg svg, Frame frame, Process process, String whereabouts) {
        String id = "bpmn-" + process.getId();
        svg.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "bpmn", "role", "img",
                "aria-labelledby", id + "-title " + id + "-desc", "width", frame.width(), "height", frame.height(),
                "viewBox", Svg.number(frame.left()) + ' ' + Svg.number(frame.top()) + ' ' + Svg.number(frame.width()) + ' '
                        + Svg.number(frame.height()));
        String name = process.getName() == null ? process.getId() : process.getName();
        svg.element("title", name + "流程图", "id", id + "-title");
        svg.element("desc", whereabouts, "id", id + "-desc");
    }

    private static void paint(Svg svg, List<BpmnShape> shapes, List<BpmnEdge> edges, Trail trail, String prefix) {
        ShapePainter nodes = new ShapePainter(svg);
        EdgePainter flows = new EdgePainter(svg, prefix);
        flows.defineArrows();
        shapes.stream().filter(shape -> shape.getBpmnElement() instanceof SubProcess).forEach(s -> paint(nodes, s, trail));
        edges.stream().sorted(Comparator.comparing(edge -> taken(edge, trail)))
                .forEach(edge -> flows.paint((SequenceFlow) edge.getBpmnElement(), edge, taken(edge, trail)));
        shapes.stream().filter(shape -> !(shape.getBpmnElement() instanceof SubProcess)).forEach(s -> paint(nodes, s, trail));
        edges.forEach(edge -> flows.label((SequenceFlow) edge.getBpmnElement(), edge));
    }

    private static void paint(ShapePainter nodes, BpmnShape shape, Trail trail) {
        FlowNode node = (FlowNode) shape.getBpmnElement();
        nodes.paint(node, shape, trail.standing(node));
    }

    private static boolean taken(BpmnEdge edge, Trail trail) {
        return trail.took((SequenceFlow) edge.getBpmnElement());
    }

    private static void badges(Svg svg, List<BpmnShape> shapes, Trail trail, String label) {
        if (label == null || label.isBlank()) {
            return;
        }
        BadgePainter badges = new BadgePainter(svg);
        shapes.stream()
                .filter(shape -> trail.standing((FlowNode) shape.getBpmnElement()) == Standing.CURRENT)
                .forEach(shape -> badges.paint(label, shape.getBounds()));
    }

    /** The shapes of flow nodes: a sub-process before its children, an event on a border after the step it sits on. */
    private static List<BpmnShape> shapes(BpmnModelInstance model) {
        Collection<BpmnShape> all = model.getModelElementsByType(BpmnShape.class);
        return all.stream()
                .filter(shape -> shape.getBpmnElement() instanceof FlowNode && shape.getBounds() != null)
                .sorted(Comparator.comparingInt((BpmnShape shape) -> depth(shape.getBpmnElement()))
                        .thenComparing(shape -> shape.getBpmnElement() instanceof BoundaryEvent))
                .toList();
    }

    private static int depth(ModelElementInstance element) {
        int depth = 0;
        for (ModelElementInstance parent = element.getParentElement(); parent != null; parent = parent.getParentElement()) {
            depth++;
        }
        return depth;
    }
}
