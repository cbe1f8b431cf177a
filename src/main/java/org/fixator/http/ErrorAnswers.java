package org.fixator.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what nobody else answers, such as a path outside of FHIR, as everything is answered here. */
@Controller
final class ErrorAnswers implements ErrorController {
    @RequestMapping("${server.error.path:${error.path:/error}}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        int code = status instanceof Integer known ? known : 404;
        IssueTypes.refusal(code, code == 404 ? "There is nothing at " + path + "; FHIR is at /fhir" : "")
                .write(request, response);
    }
}
