package org.fixator.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/**
 * Removes the bean definitions of resource types that are not stored. HAPI's registry builds every DAO that has a bean
 * definition, also lazy ones and also for types declared as unsupported.
 */
final class UnusedTypes implements BeanDefinitionRegistryPostProcessor {
    private static final Pattern PER_TYPE_BEAN = Pattern.compile("my([A-Z]\\w*)(?:Dao|Rp)R4");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        for (String name : registry.getBeanDefinitionNames()) {
            Matcher perType = PER_TYPE_BEAN.matcher(name);
            if (perType.matches()
                    && !perType.group(1).equals("System")
                    && !SupportedTypes.ALL.contains(perType.group(1))) {
                registry.removeBeanDefinition(name);
            }
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {}
}
