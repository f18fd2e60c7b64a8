// Our requests and answers of a WebSocket's handshake, in the words of Beast.
#pragma once

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "net/http_message.h"

namespace rebond {

/// The request, as Beast's WebSocket wants it.
boost::beast::http::request<boost::beast::http::empty_body> handshake_of(
    const HttpRequest& request);

/// Completes what Beast answers: its acceptance, or its refusal.
void complete_answer(boost::beast::http::response<boost::beast::http::string_body>& answer,
                     bool is_tls);

}  // namespace rebond
