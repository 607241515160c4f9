package io.minsheng.workflow.engine;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFunctionResolver;
import javax.xml.xpath.XPathVariableResolver;

/**
 * Makes {@link ChildPaths}. Public, because Java finds it as a service; but only threads see that service whose context class
 * loader is {@link #seenBy}, so everybody else in this program keeps the usual XPath.
 */
public final class ChildPathsFactory extends XPathFactory {

    private static final String SERVICE = "META-INF/services/" + XPathFactory.class.getName();

    /** A class loader like the given one, in which this factory is the one that XPath comes from. */
    static ClassLoader seenBy(ClassLoader usual) {
        URL declaration = ChildPathsFactory.class.getResource("xpath-factory");
        return new ClassLoader(usual) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.equals(SERVICE) ? Collections.enumeration(List.of(declaration)) : super.getResources(name);
            }
        };
    }

    @Override
    public XPath newXPath() {
        return new ChildPaths();
    }

    @Override
    public boolean isObjectModelSupported(String model) {
        return DEFAULT_OBJECT_MODEL_URI.equals(model);
    }

    @Override
    public void setFeature(String name, boolean value) {
        // none
    }

    @Override
    public boolean getFeature(String name) {
        return false;
    }

    @Override
    public void setXPathVariableResolver(XPathVariableResolver resolver) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setXPathFunctionResolver(XPathFunctionResolver resolver) {
        throw new UnsupportedOperationException();
    }
}
