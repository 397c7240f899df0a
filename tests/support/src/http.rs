//! As much HTTP/1.1 as the window's driver speaks: one request, one JSON answer, over one local connection.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpStream},
    time::Duration,
};

use serde_json::Value;

/// A driver that says nothing for so long will never speak again. Axe on a full screen takes seconds; scripts are cut at 30 s.
const SILENCE: Duration = Duration::from_secs(60);

/// Sends a request to a port of this machine. Gives the status and the JSON that came back (null when there was none).
pub(crate) fn request(port: u16, method: &str, path: &str, body: Option<&Value>) -> io::Result<(u16, Value)> {
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(SILENCE))?;
    stream.set_nodelay(true)?;
    let body = body.map(Value::to_string).unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json; charset=utf-8\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    (&stream).write_all([head.as_bytes(), body.as_bytes()].concat().as_slice())?;
    answer(BufReader::new(stream))
}

fn answer(mut from: impl BufRead) -> io::Result<(u16, Value)> {
    let wrong = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    let first = line(&mut from)?;
    let status = first.split(' ').nth(1).and_then(|s| s.parse().ok()).ok_or_else(|| wrong("no status line"))?;
    let (mut length, mut chunked) = (None, false);
    loop {
        let header = line(&mut from)?;
        if header.is_empty() {
            break;
        }
        let (name, value) = header.split_once(':').ok_or_else(|| wrong("a header without a colon"))?;
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse::<u64>().ok(),
            "transfer-encoding" => chunked = value.trim().eq_ignore_ascii_case("chunked"),
            _ => {}
        }
    }
    let mut body = Vec::new();
    if chunked {
        loop {
            let size = u64::from_str_radix(line(&mut from)?.trim(), 16).map_err(|_| wrong("a chunk without a size"))?;
            (&mut from).take(size).read_to_end(&mut body)?;
            line(&mut from)?;
            if size == 0 {
                break;
            }
        }
    } else if let Some(length) = length {
        (&mut from).take(length).read_to_end(&mut body)?;
        if (body.len() as u64) < length {
            return Err(wrong("the answer broke off"));
        }
    } else {
        from.read_to_end(&mut body)?;
    }
    let json = if body.is_empty() { Value::Null } else { serde_json::from_slice(&body)? };
    Ok((status, json))
}

fn line(from: &mut impl BufRead) -> io::Result<String> {
    let mut text = String::new();
    if from.read_line(&mut text)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read, Write},
        net::TcpListener,
    };

    use serde_json::{Value, json};

    use super::request;

    /// Answers one request with `reply` and gives what was asked.
    fn served(reply: &'static str, ask: impl FnOnce(u16) -> std::io::Result<(u16, Value)>) -> (String, std::io::Result<(u16, Value)>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut asked = vec![0; 4096];
            let n = stream.read(&mut asked).unwrap();
            stream.write_all(reply.as_bytes()).unwrap();
            String::from_utf8_lossy(&asked[..n]).into_owned()
        });
        let got = ask(port);
        (server.join().unwrap(), got)
    }

    #[test]
    fn a_request_is_whole_and_its_answer_is_read() {
        let reply = "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"value\":\"é\"}";
        let (asked, got) = served(reply, |port| request(port, "POST", "/session", Some(&json!({"a": "ü"}))));
        assert_eq!(got.unwrap(), (200, json!({"value": "é"})));
        assert!(asked.starts_with("POST /session HTTP/1.1\r\nHost: 127.0.0.1:"), "{asked}");
        assert!(asked.contains("\r\nContent-Length: 10\r\n") && asked.ends_with("\r\n\r\n{\"a\":\"ü\"}"), "{asked}");
    }

    #[test]
    fn chunks_and_faults_are_read() {
        let chunked = "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"value\"\r\n5\r\n:[1]}\r\n0\r\n\r\n";
        let (_, got) = served(chunked, |port| request(port, "GET", "/", None));
        assert_eq!(got.unwrap(), (404, json!({"value": [1]})));
        let (_, broken) = served("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{}", |port| request(port, "GET", "/", None));
        assert!(broken.is_err());
        let (_, silent) = served("", |port| request(port, "GET", "/", None));
        assert!(silent.is_err());
    }
}
