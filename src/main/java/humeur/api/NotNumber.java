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
 * The text is not just a number: an optional sign, then decimal digits of any script with {@code .} and {@code ,} between
 * them, and white space around.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotNumber.Check.class)
@interface NotNumber {
    String message() default "Le texte ne peut pas être un nombre.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<NotNumber, String> {
        private static final String SIGNS = "+-\u2212";

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            int end = text.length();
            while (end > 0 && UnicodeSpace.isSpace(text.charAt(end - 1))) {
                end--;
            }
            int at = 0;
            while (at < end && UnicodeSpace.isSpace(text.charAt(at))) {
                at++;
            }
            if (at < end && SIGNS.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            boolean digits = false;
            while (at < end) {
                int codePoint = text.codePointAt(at);
                if (Character.isDigit(codePoint)) {
                    digits = true;
                } else if (codePoint != '.' && codePoint != ',') {
                    return true;
                }
                at += Character.charCount(codePoint);
            }
            return !digits;
        }
    }
}
