package io.minsheng.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFunctionResolver;
import javax.xml.xpath.XPathVariableResolver;

import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * XPath for the two kinds of paths that the engine's mappings are read with, {@code /a/b} and {@code a|b}, found by
 * walking over children. Java's own copies the document into a model of its own for every single one of some two thousand
 * questions, which is half of what reading the mappings costs; it answers whatever else is asked.
 */
final class ChildPaths implements XPath {

    private static final Pattern FROM_ROOT = Pattern.compile("(/[\\w-]+)+");
    private static final Pattern CHILDREN = Pattern.compile("[\\w-]+(\\|[\\w-]+)*");

    private final XPath anyOther = XPathFactory.newDefaultInstance().newXPath();

    @Override
    public Object evaluate(String path, Object context, QName kind) throws XPathExpressionException {
        boolean all = kind.equals(XPathConstants.NODESET);
        if (!(context instanceof Node node) || !all && !kind.equals(XPathConstants.NODE)) {
            return anyOther.evaluate(path, context, kind);
        }
        List<Node> found;
        if (CHILDREN.matcher(path).matches()) {
            found = children(List.of(node), Set.of(path.split("\\|")));
        } else if (FROM_ROOT.matcher(path).matches()) {
            found = fromRoot(node, path.substring(1).split("/"));
        } else {
            return anyOther.evaluate(path, context, kind);
        }
        return all ? new Found(found) : found.stream().findFirst().orElse(null);
    }

    private static List<Node> fromRoot(Node node, String[] steps) {
        List<Node> found = List.of(node instanceof Document ? node : node.getOwnerDocument());
        for (String step : steps) {
            found = children(found, Set.of(step));
        }
        return found;
    }

    private static List<Node> children(List<Node> parents, Set<String> names) {
        List<Node> found = new ArrayList<>();
        for (Node parent : parents) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child.getNodeType() == Node.ELEMENT_NODE && names.contains(child.getNodeName())) {
                    found.add(child);
                }
            }
        }
        return found;
    }

    private record Found(List<Node> nodes) implements NodeList {

        @Override
        public Node item(int index) {
            return index >= 0 && index < nodes.size() ? nodes.get(index) : null;
        }

        @Override
        public int getLength() {
            return nodes.size();
        }
    }

    @Override
    public void reset() {
        anyOther.reset();
    }

    @Override
    public void setXPathVariableResolver(XPathVariableResolver resolver) {
        anyOther.setXPathVariableResolver(resolver);
    }

    @Override
    public XPathVariableResolver getXPathVariableResolver() {
        return anyOther.getXPathVariableResolver();
    }

    @Override
    public void setXPathFunctionResolver(XPathFunctionResolver resolver) {
        anyOther.setXPathFunctionResolver(resolver);
    }

    @Override
    public XPathFunctionResolver getXPathFunctionResolver() {
        return anyOther.getXPathFunctionResolver();
    }

    @Override
    public void setNamespaceContext(NamespaceContext context) {
        anyOther.setNamespaceContext(context);
    }

    @Override
    public NamespaceContext getNamespaceContext() {
        return anyOther.getNamespaceContext();
    }

    @Override
    public XPathExpression compile(String path) throws XPathExpressionException {
        return anyOther.compile(path);
    }

    @Override
    public String evaluate(String path, Object context) throws XPathExpressionException {
        return anyOther.evaluate(path, context);
    }

    @Override
    public Object evaluate(String path, InputSource source, QName kind) throws XPathExpressionException {
        return anyOther.evaluate(path, source, kind);
    }

    @Override
    public String evaluate(String path, InputSource source) throws XPathExpressionException {
        return anyOther.evaluate(path, source);
    }
}
