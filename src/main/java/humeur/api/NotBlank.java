package humeur.api;

import humeur.text.UnicodeSpace;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The text holds something beside Unicode white space. Bean Validation's constraint of the same name trims only what is
 * not above U+0020, and so takes a no-break space for a text.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotBlank.Check.class)
@interface NotBlank {
    String message() default "Le texte ne peut pas être vide.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<NotBlank, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return !UnicodeSpace.isBlank(text);
        }
    }
}
